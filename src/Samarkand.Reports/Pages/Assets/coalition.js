// What a coalition's members bear: real income before transfers and after them.
(function () {
  "use strict";
  const { colour, escaped, signed, base, stripes } = draw;

  draw.burden = function (figure, width) {
    const option = base(width, "real income, percent"), values = [...figure.before, ...figure.after];
    const low = Math.min(0, ...values), high = Math.max(0, ...values), label = 52, plot = Math.max(width * 0.55, 150);
    const room = (high - low) * label / (plot - label * ((low < 0) + (high > 0)));
    option.xAxis.min = low < 0 ? low - room : 0;
    option.xAxis.max = high > 0 ? high + room : 0;
    option.xAxis.axisLabel.showMinLabel = low === 0;
    option.xAxis.axisLabel.showMaxLabel = high === 0;
    option.yAxis.data = figure.names;
    option.tooltip.formatter = at => {
      const row = at.dataIndex;
      return "<strong>" + escaped(figure.names[row]) + "</strong><br>without transfers: " + signed(figure.before[row], 3) + " percent<br>with them: "
        + signed(figure.after[row], 3) + " percent<br>receives: " + signed(figure.transfers[row], 0) + " m USD a year";
    };
    const large = Math.max(...figure.transfers.map(Math.abs)) >= 10000;
    // The amount stands beside the longer bar of the two.
    const bar = (own, other, side, decal, isFirst) => ({
      type: "bar", barGap: "0%", barCategoryGap: "25%",
      data: own.map((value, row) => ({
        value: value, itemStyle: { color: colour(side), decal: decal },
        label: {
          show: Math.abs(value) > Math.abs(other[row]) || (isFirst && value === other[row]), position: value < 0 ? "left" : "right", color: colour("ink"),
          formatter: signed(figure.transfers[row] / 1000, large ? 1 : 2)
        }
      }))
    });
    option.series = [bar(figure.before, figure.after, "before", "none", true), bar(figure.after, figure.before, "coalition", stripes(5, 1), false)];
    option.series[0].markLine = {
      silent: true, symbol: "none", animation: false, label: { show: false }, data: [{ xAxis: 0 }],
      lineStyle: { type: "solid", width: 1, color: colour("soft") }
    };
    return { option: option, height: (draw.onPaper ? 18 : 24) * figure.names.length + 50 };
  };
})();
