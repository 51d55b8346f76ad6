// Draws the charts from the page's data. Without scripts the tables beneath still hold every value.
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const regions = { digits: 3, list: data.regions.map(r => ({ name: r.name, side: r.side, pct: r.real_income_pct, money: r.ev_musd })) };
  const sectors = {
    digits: 1,
    list: data.sectors.filter(s => s.output_before_musd > 0).map(s => ({
      name: s.name, side: "target", pct: s.output_pct, money: s.output_after_musd - s.output_before_musd
    }))
  };
  const axes = { pct: "percent", musd: "bn USD a year" };
  const units = { pays: "pct", output: "pct" };
  const drawings = {
    pays: width => draw.changes(regions, units.pays, "real income, " + axes[units.pays], width),
    imports: width => draw.flows(data, "imports", width),
    exports: width => draw.flows(data, "exports", width),
    output: width => draw.changes(sectors, units.output, "output, " + axes[units.output], width)
  };
  const world = document.getElementById("world");
  if (world) drawings.map = width => draw.map(data, JSON.parse(world.textContent), width);
  data.figures.forEach(figure => { drawings[figure.id] = width => draw[figure.kind](figure, width); });
  Object.keys(drawings).filter(name => !document.getElementById("chart-" + name)).forEach(name => delete drawings[name]);
  const charts = {};

  function show(name, width) {
    const box = document.getElementById("chart-" + name);
    width = width || box.clientWidth;
    const made = drawings[name](width);
    box.style.height = made.height + "px";
    charts[name] = charts[name] || echarts.init(box, null, { renderer: "svg" });
    charts[name].resize({ width: width, height: made.height });
    charts[name].setOption(made.option, true);
    box.drawnWidth = width;
  }

  window.showCharts = width => Object.keys(drawings).forEach(name => show(name, width));
  window.setUnit = (name, unit) => { units[name] = unit; show(name); };
  window.showCharts();
  const watch = new ResizeObserver(entries => entries.forEach(entry => {
    if (entry.target.drawnWidth !== entry.target.clientWidth && entry.target.clientWidth > 0) show(entry.target.id.slice(6));
  }));
  document.querySelectorAll(".chart").forEach(box => watch.observe(box));
})();
