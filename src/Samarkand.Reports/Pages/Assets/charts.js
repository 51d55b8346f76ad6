// Draws the charts from a page's data, once in a report and anew for each answer where a case changes. Without scripts the tables beneath
// still hold every value.
(function () {
  "use strict";
  const axes = { pct: "percent", musd: "bn USD a year" };
  const units = { pays: "pct", output: "pct" };
  const charts = {};
  let drawings = {};

  function drawingsOf(data, world) {
    const regions = { digits: 3, list: data.regions.map(r => ({ name: r.name, side: r.side, pct: r.real_income_pct, money: r.ev_musd })) };
    const sectors = {
      digits: 1,
      list: data.sectors.filter(s => s.output_before_musd > 0).map(s => ({
        name: s.name, side: "target", pct: s.output_pct, money: s.output_after_musd - s.output_before_musd
      }))
    };
    const all = {
      pays: width => draw.changes(regions, units.pays, "real income, " + axes[units.pays], width),
      imports: width => draw.flows(data, "imports", width),
      exports: width => draw.flows(data, "exports", width),
      output: width => draw.changes(sectors, units.output, "output, " + axes[units.output], width)
    };
    if (world && data.map) all.map = width => draw.map(data, world, width);
    data.figures.forEach(figure => { all[figure.id] = width => draw[figure.kind](figure, width); });
    return all;
  }

  function show(name, width) {
    const box = document.getElementById("chart-" + name);
    width = width || box.clientWidth;
    if (!width) return;
    const made = drawings[name](width), height = made.height + "px";
    if (box.style.height !== height) box.style.height = height;
    if (charts[name] && charts[name].getDom() !== box) {
      charts[name].dispose();
      charts[name] = null;
    }
    charts[name] = charts[name] || echarts.init(box, null, { renderer: "svg" });
    if (box.drawnWidth !== width || box.drawnHeight !== height) charts[name].resize({ width: width, height: made.height });
    charts[name].setOption(made.option, true);
    box.drawnWidth = width;
    box.drawnHeight = height;
  }

  const watch = new ResizeObserver(entries => entries.forEach(entry => {
    const name = entry.target.id.slice(6);
    if (drawings[name] && entry.target.drawnWidth !== entry.target.clientWidth && entry.target.clientWidth > 0) show(name);
  }));

  // What the page's data holds, in the places that the page has; those that `which` names, or all.
  window.drawPage = (data, world, which) => {
    drawings = drawingsOf(data, world);
    Object.keys(drawings).filter(name => !document.getElementById("chart-" + name)).forEach(name => delete drawings[name]);
    Object.keys(drawings).filter(name => !which || which(name)).forEach(name => {
      show(name);
      watch.observe(document.getElementById("chart-" + name));
    });
  };
  window.showCharts = width => Object.keys(drawings).forEach(name => show(name, width));
  window.setUnit = (name, unit) => { units[name] = unit; show(name); };
  window.unitOf = name => units[name];

  const data = document.getElementById("data"), world = document.getElementById("world");
  if (data) window.drawPage(JSON.parse(data.textContent), world && JSON.parse(world.textContent));
})();
