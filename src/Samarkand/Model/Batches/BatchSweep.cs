using Samarkand.Model.Preconditioning;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>One evaluation of the fixed-point map for all lanes of a batch, after the step that the last one led to.</summary>
internal static class BatchSweep<TLanes, TVector, TSingles, TSingle>
    where TLanes : ILanes<TVector>
    where TVector : struct
    where TSingles : ISingleLanes<TSingle>
    where TSingle : struct
{
    public static void Run(PackedBaseline b, BatchTables tables, Batch batch, Closure closure)
    {
        BatchDirection<TLanes, TVector, TSingles, TSingle>.Find(b, tables.Preconditioner, batch);
        BatchRegions<TLanes, TVector, TSingles, TSingle>.Run(b, tables, batch, closure);
        BatchSectors<TLanes, TVector>.Run(b, tables, batch);
        batch.Turn++;
        for (var lane = 0; lane < batch.Width; lane++)
            batch.Sweeps[lane]++;
    }
}
