using Samarkand.Model.Nests;

namespace Samarkand.Analyses.Design;

/// <content>What the shares of nested inputs and goods answer to prices and wages.</content>
internal sealed partial class TransposedSweep
{
    // By demand for inputs and final goods, and by labour income. With shares s of one user, worth v each in all, the derivative of sum v log s.
    private void AddSubstitution(Nesting nests, double[] vector, double[] demand, double[] result)
    {
        var (labour, worths, shares, slopes) = (LabourValues(vector), new double[_s + 1], new double[_s + 1], new double[_s + 1]);
        var e = nests.Elasticities;
        for (var r = 0; r < _n; r++)
        {
            Array.Clear(slopes);
            for (var user = 0; user < _s; user++)
            {
                var output = _at.Outputs[r * _s + user];
                for (var k = 0; k < _s; k++)
                {
                    shares[k] = _use.Inputs[(r * _s + k) * _s + user];
                    worths[k] = demand[r * _s + k] * shares[k] * output;
                }

                shares[_s] = _use.Added[r * _s + user];
                worths[_s] = labour[r] * shares[_s] * output;
                var makes = nests.MakesFuel[user];
                AddNest(nests, e.EnergyOf(makes), e.FuelsOf(makes), e.Added, e.Materials, shares, worths, slopes);
            }

            for (var k = 0; k < _s; k++)
            {
                shares[k] = _use.Final[r * _s + k];
                worths[k] = demand[r * _s + k] * shares[k] * _at.Spending[r];
            }

            // Consumers' other goods are Cobb-Douglas among each other, and nothing stands beside them.
            (shares[_s], worths[_s]) = (0, 0);
            AddNest(nests, e.Energy, e.Fuels, 1, 1, shares, worths, slopes);
            for (var k = 0; k < _s; k++)
                result[_n + k * _n + r] += slopes[k];
            result[r] += slopes[_s];
        }
    }

    // d log s = (1 - s_F) (dp_k - dp_E) + (1 - s_E) (dp_E - dc) in energy, (1 - s_M) (dp_k - dp_M) + (1 - s_V) (dp_M - dp_R) + (1 - s_E) (dp_R - dc) in
    // materials, (1 - s_V) (dw - dp_R) + (1 - s_E) (dp_R - dc) of value added, with each bundle's price moving by its parts' shares. Value added is last.
    private void AddNest(Nesting nests, double top, double fuels, double added, double materials, double[] shares, double[] worths, double[] slopes)
    {
        var (energyShare, energyWorth, materialShare, materialWorth) = (0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < _s; k++)
        {
            if (nests.IsEnergy[k])
                (energyShare, energyWorth) = (energyShare + shares[k], energyWorth + worths[k]);
            else
                (materialShare, materialWorth) = (materialShare + shares[k], materialWorth + worths[k]);
        }

        var restShare = materialShare + shares[_s];
        var ofCost = -(1 - top) * (energyWorth + materialWorth + worths[_s]);
        var ofEnergy = (fuels - top) * energyWorth + ofCost * energyShare;
        var ofRest = (added - top) * (materialWorth + worths[_s]) + ofCost * restShare;
        var ofMaterials = (materials - added) * materialWorth + (restShare > 0 ? ofRest * materialShare / restShare : 0);
        var (perEnergy, perMaterial) = (energyShare > 0 ? ofEnergy / energyShare : 0, materialShare > 0 ? ofMaterials / materialShare : 0);
        for (var k = 0; k < _s; k++)
            slopes[k] += nests.IsEnergy[k] ? (1 - fuels) * worths[k] + perEnergy * shares[k] : (1 - materials) * worths[k] + perMaterial * shares[k];
        slopes[_s] += (1 - added) * worths[_s] + (restShare > 0 ? ofRest * shares[_s] / restShare : 0);
    }
}
