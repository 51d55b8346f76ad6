namespace Samarkand.Model.Batches;

/// <summary>The ring of older steps as it stands at one sweep, newest first.</summary>
internal readonly struct StepRing
{
    private readonly LaneSteps _first;
    private readonly LaneSteps _second;
    private readonly LaneSteps _third;
    private readonly LaneSteps _fourth;

    public StepRing(Batch batch)
    {
        _first = batch.Steps[batch.Turn % Batch.Depth];
        _second = batch.Steps[(batch.Turn + 3) % Batch.Depth];
        _third = batch.Steps[(batch.Turn + 2) % Batch.Depth];
        _fourth = batch.Steps[(batch.Turn + 1) % Batch.Depth];
    }

    public unsafe Cells Prices(int cell) => new(_first.Prices + cell, _second.Prices + cell, _third.Prices + cell, _fourth.Prices + cell);

    public unsafe Cells Outputs(int cell) => new(_first.Outputs + cell, _second.Outputs + cell, _third.Outputs + cell, _fourth.Outputs + cell);

    public unsafe Cells Wages(int cell) => new(_first.Wages + cell, _second.Wages + cell, _third.Wages + cell, _fourth.Wages + cell);

    public unsafe Cells Revenues(int cell) => new(_first.Revenues + cell, _second.Revenues + cell, _third.Revenues + cell, _fourth.Revenues + cell);

    /// <summary>The same cell in each of them.</summary>
    public readonly unsafe struct Cells(float* newest, float* second, float* third, float* fourth)
    {
        public float* Newest { get; } = newest;

        public float* Second { get; } = second;

        public float* Third { get; } = third;

        public float* Fourth { get; } = fourth;
    }
}
