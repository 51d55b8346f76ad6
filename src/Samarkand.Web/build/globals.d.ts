// What the report's own scripts offer to the page.
interface Window {
  /** Draws what the data holds in the places that the page has; those that `which` names, or all. */
  drawPage(data: unknown, world: unknown, which?: (name: string) => boolean): void;
  /** Puts buttons to save it beside every drawing that has none yet. */
  offerDrawings(): void;
  /** In which unit a chart counts. */
  unitOf(chart: string | undefined): string | undefined;
}
