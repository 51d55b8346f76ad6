// What the report draws with, and nothing else of Apache ECharts.
import { use, init, graphic, format, registerMap } from "echarts/core";
import { BarChart, HeatmapChart, LineChart, MapChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, HeatmapChart, LineChart, MapChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);
export { init, graphic, format, registerMap };
