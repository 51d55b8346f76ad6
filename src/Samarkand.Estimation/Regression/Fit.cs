namespace Samarkand.Estimation.Regression;

/// <summary>A model fitted to data. Regressors stand there less their means, over their standard deviations and without the fixed effects.</summary>
internal sealed record Fit(Design Design, Columns Columns, double[] Sizes)
{
    /// <summary>The coefficients of the regressors in that form.</summary>
    public required double[] Scaled { get; init; }

    /// <summary>The inverse of their information matrix.</summary>
    public required double[,] Inverse { get; init; }

    /// <summary>Observed less fitted, times the weight of the row; of a Poisson model over <see cref="Mean"/>.</summary>
    public required double[] Residuals { get; init; }

    /// <summary>The weights of the last regression.</summary>
    public required double[] Weights { get; init; }

    /// <summary>What is fitted, in the units of the response.</summary>
    public required double[] Fitted { get; init; }

    /// <summary>The mean of the response, by which a Poisson model divides it; 1 elsewhere.</summary>
    public required double Mean { get; init; }

    /// <summary>The deviance of a Poisson model; the sum of squared residuals of a linear one.</summary>
    public required double Deviance { get; init; }

    /// <summary>Steps of the outer iteration.</summary>
    public required int Steps { get; init; }

    /// <summary>How far the score is from zero: the largest step that Newton's method would still make, in standard errors.</summary>
    public required double Left { get; init; }

    /// <summary>How far the fitted sum of a group is from the observed one, relative to it, in the worst group.</summary>
    public required double GroupLeft { get; init; }

    /// <summary>Whether the projections reached their tolerance.</summary>
    public required bool IsClose { get; init; }

    public int Count => Scaled.Length;

    /// <summary>The coefficient of a regressor as the data have it.</summary>
    public double Coefficient(int k) => Scaled[k] / Sizes[k];
}
