// Cells over two axes, each in one of a few categories: a colour, a pattern and a letter.
(function () {
  "use strict";
  const { colour, escaped, plain, base, stripes, dots } = draw;
  const patterns = [() => "none", () => stripes(5, 1), () => dots(7, 0.4), () => stripes(2, 1), () => dots(4, 0.7),
    () => ({ symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1, 4], rotation: 0, color: colour("pattern") })];
  const distinct = values => Array.from(new Set(values)).sort((a, b) => a - b);
  const tick = value => String(Math.round(value * 1000) / 1000);

  draw.cells = function (figure, width) {
    const xs = distinct(figure.cells.map(cell => cell.x)), ys = distinct(figure.cells.map(cell => cell.y));
    const option = base(width, figure.x_name), side = (Math.min(width, 760) - 70) / xs.length;
    const wide = Math.max(...figure.categories.map(category => category.length)) * 7 + 8 < side;
    const axis = {
      type: "category", splitLine: { show: false }, axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: colour("soft"), hideOverlap: true }
    };
    option.grid.right = Math.max(12, width - 760);
    option.grid.top = 34;
    option.xAxis = { ...axis, name: figure.x_name, nameLocation: "middle", nameGap: 26, nameTextStyle: { color: colour("soft") }, data: xs.map(tick) };
    option.yAxis = { ...axis, name: figure.y_name, nameLocation: "end", nameGap: 10, nameTextStyle: { color: colour("soft"), align: "left" }, data: ys.map(tick) };
    option.tooltip.formatter = at => {
      const cell = figure.cells[at.dataIndex];
      return "<strong>" + escaped(figure.categories[cell.category]) + "</strong><br>" + escaped(figure.x_name) + " " + tick(cell.x)
        + "<br>" + escaped(figure.y_name) + " " + tick(cell.y);
    };
    option.series = [{
      type: "heatmap",
      label: { show: side > 11, color: colour("cell-ink"), fontSize: Math.min(13, Math.max(9, side * 0.6)), textBorderColor: colour("raised"), textBorderWidth: 2 },
      emphasis: { itemStyle: { borderColor: colour("ink"), borderWidth: 2 } },
      data: figure.cells.map(cell => ({
        value: [xs.indexOf(cell.x), ys.indexOf(cell.y), cell.category],
        label: { formatter: wide ? figure.categories[cell.category] : figure.letters[cell.category] },
        itemStyle: {
          color: colour("cell-" + (1 + cell.category % 6)), decal: patterns[cell.category % 6](), borderColor: colour("paper"), borderWidth: 1
        }
      }))
    }];
    return { option: option, height: Math.round(Math.min(Math.max(side * 0.75, 26), 44) * ys.length) + 80 };
  };
})();
