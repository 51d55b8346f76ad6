// Horizontal bars: changes by row, and flows before and after.
(function () {
  "use strict";
  const { colour, escaped, plain, signed, base } = draw;

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
    return { option: option, height: (draw.onPaper ? 14 : 18) * items.length + 50 };
  }

  // Before and after for the largest partners; the rest together.
  function flows(data, kind, width) {
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

  draw.changes = changes;
  draw.flows = flows;
})();
