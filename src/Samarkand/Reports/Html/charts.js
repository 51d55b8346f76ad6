// Draws the charts from the page's data. Without scripts the tables beneath still hold every value.
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const escaped = text => echarts.format.encodeHTML(text);

  function plain(value, digits) {
    return Math.abs(value).toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  }

  function signed(value, digits) {
    if (value === null) return "none before";
    const text = plain(value, digits);
    return (/[1-9]/.test(text) ? (value < 0 ? "\u2212" : "+") : "") + text;
  }

  function base(width, axisName) {
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("ink") },
      grid: { left: 4, right: 12, top: 4, bottom: 40, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      tooltip: {
        trigger: "item", confine: true, backgroundColor: colour("raised"), borderColor: colour("line"), textStyle: { color: colour("ink"), fontSize: 13 },
        extraCssText: "max-width: 20rem; white-space: normal;"
      },
      xAxis: {
        type: "value", name: axisName, nameLocation: "middle", nameGap: 26, nameTextStyle: { color: colour("soft") },
        splitNumber: width < 500 ? 3 : 6,
        axisLabel: { color: colour("soft"), hideOverlap: true, formatter: v => (v < 0 ? "\u2212" : "") + Math.abs(v).toLocaleString("en-US") },
        splitLine: { showMinLine: false, showMaxLine: false, lineStyle: { color: colour("line") } }
      },
      yAxis: {
        type: "category", inverse: true, axisTick: { show: false }, axisLine: { show: false },
        axisLabel: { color: colour("ink"), interval: 0, width: width < 500 ? width * 0.42 : 260, overflow: "truncate" }
      }
    };
  }

  // One bar for each row, the lowest value first. A bar more than three times as long as all others is cut, and says so.
  function changes(rows, unit, axisName, width) {
    const inMoney = unit === "musd";
    const items = rows.list.map(row => ({ row: row, value: inMoney ? row.money / 1000 : row.pct }))
      .filter(item => item.value !== null).sort((a, b) => a.value - b.value);
    const lengths = items.map(item => Math.abs(item.value)).sort((a, b) => b - a);
    const limit = lengths.length > 1 && lengths[0] > 3 * lengths[1] && lengths[1] > 0 ? 1.5 * lengths[1] : Infinity;
    const digits = !inMoney ? rows.digits : Math.min(limit, lengths[0] || 0) < 10 ? 2 : 1;
    const drawn = items.map(item => Math.max(-limit, Math.min(limit, item.value)));
    const low = Math.min(0, ...drawn), high = Math.max(0, ...drawn);
    // Beside the longest bars there is room for their labels.
    const label = 52, plot = Math.max(width * 0.64, 180), sides = (low < 0) + (high > 0);
    const room = (high - low) * label / (plot - sides * label);
    const option = base(width, axisName);
    option.xAxis.min = low < 0 ? low - room : 0;
    option.xAxis.max = high > 0 ? high + room : 0;
    option.xAxis.axisLabel.showMinLabel = low === 0;
    option.xAxis.axisLabel.showMaxLabel = high === 0;
    option.yAxis.data = items.map(item => item.row.name);
    option.tooltip.formatter = at => {
      const row = items[at.dataIndex].row;
      return "<strong>" + escaped(row.name) + "</strong><br>" + signed(row.pct, 3) + " percent<br>" + signed(row.money, 0) + " m USD a year";
    };
    option.series = [{
      type: "bar", barCategoryGap: "25%",
      data: items.map((item, i) => {
        const isCut = Math.abs(item.value) > limit, fill = colour(item.row.side);
        return {
          value: drawn[i],
          itemStyle: {
            color: !isCut ? fill : new echarts.graphic.LinearGradient(item.value < 0 ? 0 : 1, 0, item.value < 0 ? 1 : 0, 0,
              [{ offset: 0, color: colour("paper") }, { offset: 0.2, color: fill }, { offset: 1, color: fill }])
          },
          label: isCut
            ? { show: true, position: "inside", color: colour("paper"), formatter: signed(item.value, digits) + " (cut)" }
            : { show: true, position: item.value < 0 ? "left" : "right", color: colour("ink"), formatter: signed(item.value, digits) }
        };
      }),
      markLine: {
        silent: true, symbol: "none", animation: false, label: { show: false }, data: [{ xAxis: 0 }],
        lineStyle: { type: "solid", width: 1, color: colour("soft") }
      }
    }];
    return { option: option, height: 18 * items.length + 50 };
  }

  // Before and after for the largest partners; the rest together.
  function flows(kind, width) {
    const most = 14;
    const rows = data.partners.map(p => ({ name: p.name, side: p.side, before: p[kind + "_before_musd"], after: p[kind + "_after_musd"] }))
      .sort((a, b) => Math.max(b.before, b.after) - Math.max(a.before, a.after));
    const rest = rows.splice(most);
    if (rest.length > 0) {
      const sum = key => rest.reduce((total, row) => total + row[key], 0);
      rows.push({ name: rest.length + " more partners", side: "world", before: sum("before"), after: sum("after") });
    }
    const change = row => row.before > 0 ? signed(100 * (row.after / row.before - 1), 1) + " %" : "new";
    const option = base(width, "bn USD a year");
    option.yAxis.data = rows.map(row => row.name);
    option.xAxis.max = value => value.max * (width < 500 ? 1.3 : 1.15);
    option.xAxis.axisLabel.showMaxLabel = false;
    option.tooltip.formatter = at => {
      const row = rows[at.dataIndex];
      return "<strong>" + escaped(row.name) + "</strong><br>" + escaped(data.before) + ": " + plain(row.before, 0) + " m USD<br>after: " + plain(row.after, 0)
        + " m USD<br>change: " + signed(row.after - row.before, 0) + " m USD, " + change(row);
    };
    option.series = [
      { type: "bar", barGap: "0%", barCategoryGap: "28%", itemStyle: { color: colour("before") }, data: rows.map(row => row.before / 1000) },
      {
        type: "bar",
        data: rows.map(row => ({ value: row.after / 1000, itemStyle: { color: colour(row.side) } })),
        label: { show: true, position: "right", offset: [0, 2], color: colour("ink"), formatter: at => change(rows[at.dataIndex]) }
      }
    ];
    return { option: option, height: 38 * rows.length + 50 };
  }

  const regions = { digits: 3, list: data.regions.map(r => ({ name: r.name, side: r.side, pct: r.real_income_pct, money: r.ev_musd })) };
  const sectors = {
    digits: 1,
    list: data.sectors.filter(s => s.output_before_musd > 0).map(s => ({
      name: s.name, side: "target", pct: s.output_pct, money: s.output_after_musd - s.output_before_musd
    }))
  };
  const axes = { pct: "percent", musd: "bn USD a year" };
  const units = { pays: "pct", output: "pct" };
  const draw = {
    pays: width => changes(regions, units.pays, "real income, " + axes[units.pays], width),
    imports: width => flows("imports", width),
    exports: width => flows("exports", width),
    output: width => changes(sectors, units.output, "output, " + axes[units.output], width)
  };
  const charts = {};

  function show(name, width) {
    const box = document.getElementById("chart-" + name);
    width = width || box.clientWidth;
    const made = draw[name](width);
    box.style.height = made.height + "px";
    charts[name] = charts[name] || echarts.init(box, null, { renderer: "svg" });
    charts[name].resize({ width: width, height: made.height });
    charts[name].setOption(made.option, true);
    box.drawnWidth = width;
  }

  window.showCharts = width => Object.keys(draw).forEach(name => show(name, width));
  window.setUnit = (name, unit) => { units[name] = unit; show(name); };
  window.showCharts();
  const watch = new ResizeObserver(entries => entries.forEach(entry => {
    if (entry.target.drawnWidth !== entry.target.clientWidth && entry.target.clientWidth > 0) show(entry.target.id.slice(6));
  }));
  document.querySelectorAll(".chart").forEach(box => watch.observe(box));
})();
