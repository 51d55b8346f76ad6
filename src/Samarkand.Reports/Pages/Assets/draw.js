// What all drawings share: colours of the page, numbers for people, the frame of a chart. Each drawing adds itself to this object.
const draw = (function () {
  "use strict";
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

  // Patterns for readers without colour, on top of a fill.
  function stripes(gap, width) {
    return { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [width, gap], rotation: -Math.PI / 4, color: colour("pattern") };
  }

  function dots(gap, size) {
    return { symbol: "circle", symbolSize: size, dashArrayX: [[gap, gap], [0, gap, gap, 0]], dashArrayY: [gap, 0], color: colour("pattern") };
  }

  // On paper charts are drawn lower, since a sheet cannot be scrolled.
  return { onPaper: false, colour: colour, escaped: escaped, plain: plain, signed: signed, base: base, stripes: stripes, dots: dots };
})();
