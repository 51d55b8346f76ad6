// Shaded cells over two axes of labels, the number written in each.
(function () {
  "use strict";
  const { colour, escaped, plain, base } = draw;
  const distinct = values => Array.from(new Set(values));

  draw.heat = function (figure, width) {
    const xs = figure.xs, ys = distinct(figure.cells.map(cell => cell.y));
    // One value that runs away would leave all others pale.
    const known = figure.cells.map(cell => cell.value).filter(value => value > 0).sort((a, b) => a - b);
    const most = Math.min(known[known.length - 1], 3 * known[Math.floor(known.length / 2)]) || 1, option = base(width, "");
    const axis = { type: "category", splitLine: { show: false }, axisTick: { show: false }, axisLine: { show: false } };
    const text = cell => cell.value === null ? "\u2013" : (cell.value < 0 ? "\u2212" : "") + plain(cell.value, 2);
    // Numbers are written where they fit, and labels across are turned where they do not.
    const side = (width - (width < 500 ? width * 0.42 : 320)) / xs.length, isNarrow = side < 34;
    option.grid.top = isNarrow ? 44 : 30;
    option.grid.bottom = 8;
    option.grid.right = isNarrow ? 12 : Math.max(12, width - 760);
    option.xAxis = { ...axis, position: "top", data: xs, axisLabel: { color: colour("soft"), rotate: isNarrow ? 90 : 0, fontSize: isNarrow ? 10 : 12, interval: side < 11 ? "auto" : 0 } };
    option.yAxis = { ...option.yAxis, ...axis, inverse: true, data: ys, axisLabel: { ...option.yAxis.axisLabel, width: width < 500 ? width * 0.42 : 320, overflow: "break", lineHeight: 12 } };
    option.tooltip.formatter = at => {
      const cell = figure.cells[at.dataIndex];
      return "<strong>" + escaped(cell.y) + ", " + escaped(cell.x) + "</strong><br>" + escaped(figure.value_name) + " " + text(cell)
        + "<br>" + escaped(cell.reading);
    };
    option.series = [{
      type: "heatmap",
      label: { show: !isNarrow, opacity: 1, color: colour("ink") },
      emphasis: { itemStyle: { borderColor: colour("ink"), borderWidth: 2 } },
      data: figure.cells.map(cell => ({
        value: [xs.indexOf(cell.x), ys.indexOf(cell.y), cell.value || 0],
        label: { formatter: text(cell) },
        itemStyle: { color: colour("target"), opacity: 0.06 + 0.6 * Math.min(1, Math.max(0, cell.value || 0) / most), borderColor: colour("paper"), borderWidth: 1 }
      }))
    }];
    return { option: option, height: (isNarrow ? 18 : width < 500 ? 38 : 28) * ys.length + 60 };
  };
})();
