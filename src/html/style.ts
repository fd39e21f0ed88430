/** The one style sheet, in every page: a page that is passed on alone still looks as it should. */
export const STYLE = `
:root{color-scheme:light dark;--page:#f4f6f8;--panel:#fff;--text:#1a1f24;--quiet:#515b66;--line:#d3d9df;
--link:#0b4fb3;--good:#11622a;--good-back:#e3f4e7;--bad:#a3211a;--bad-back:#fdeceb;--wait:#6b4a00;--wait-back:#fdf3d6;
--bar:#2f6fd0;--bar-2:#8a5cc7;--bar-3:#0f8a7a;--bar-4:#b35c00;--track:#e3e8ed;--code:#f4f6f8}
@media(prefers-color-scheme:dark){:root{--page:#0f1318;--panel:#181d24;--text:#e6e9ed;--quiet:#a9b3be;--line:#343c46;
--link:#8ab8ff;--good:#86dfa4;--good-back:#14301f;--bad:#ffa79f;--bad-back:#3a1a19;--wait:#f0c76b;--wait-back:#352a10;
--bar:#6ba4f7;--bar-2:#b895ea;--bar-3:#4fc7b6;--bar-4:#eda255;--track:#2b333d;--code:#10151b}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:76rem;margin:0 auto;padding:1rem}
header{padding-bottom:0}footer{color:var(--quiet);font-size:.875rem}
h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.25rem;margin:0 0 .75rem}h3{font-size:1.0625rem;margin:1.5rem 0 .5rem}h4{font-size:1rem;margin:1rem 0 .375rem}
a{color:var(--link)}a:focus-visible,summary:focus-visible,.scroll:focus-visible,pre:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--panel);padding:.5rem 1rem;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;padding:0}
.panel{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:1.125rem;margin:0 0 1.125rem}
.panel>:last-child{margin-bottom:0}
.quiet{color:var(--quiet)}.small{font-size:.875rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(7.25rem,1fr));gap:.75rem;margin:0}
.tiles div{border:1px solid var(--line);border-radius:6px;padding:.625rem .75rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.tiles dt{color:var(--quiet);font-size:.875rem}.tiles dd{margin:0;font-size:1.5rem;font-weight:600;line-height:1.2}.tiles small{font-size:.875rem;font-weight:400;color:var(--quiet)}
.facts{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.25rem 1rem;margin:0}.facts dt{color:var(--quiet)}.facts dd{margin:0}
.scroll{position:relative;overflow-x:auto;margin:0 0 .75rem}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:left;color:var(--quiet);font-size:.875rem;padding:0 0 .375rem}
th,td{text-align:left;vertical-align:top;padding:.375rem .625rem;border-bottom:1px solid var(--line)}
thead th{white-space:nowrap;border-bottom-width:2px;vertical-align:bottom}tbody th{font-weight:400;min-width:11rem}tbody th.n{min-width:0}td{min-width:7rem}
td.n,th.n{min-width:0;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}td.c{min-width:0;white-space:nowrap}td.w{min-width:14rem}
tbody tr:hover{background:var(--code)}
.mark{display:inline-block;border-radius:999px;padding:0 .5rem;font-size:.8125rem;line-height:1.5;white-space:nowrap;border:1px solid currentColor}
.good{color:var(--good)}.bad{color:var(--bad)}.wait{color:var(--wait)}
.mark.good{background:var(--good-back)}.mark.bad{background:var(--bad-back)}.mark.wait{background:var(--wait-back)}.mark.idle{color:var(--quiet)}
.checks{list-style:none;margin:0;padding:0}.checks li{border-top:1px solid var(--line);padding:.5rem 0;display:grid;grid-template-columns:7.5rem 1fr auto;gap:.125rem .75rem}
.checks p{grid-column:2/-1;margin:0}.checks .said{border-left:3px solid var(--bad);padding-left:.625rem}
.notice{border-left:4px solid var(--wait);background:var(--wait-back);color:var(--text);padding:.5rem .875rem;margin:.75rem 0}
.notice.bad{border-color:var(--bad);background:var(--bad-back)}
details{margin:.75rem 0}summary{cursor:pointer;font-weight:600}details.inline{margin:0}details.inline summary{font-weight:400}
details ul{margin:.25rem 0;padding-left:1.25rem}
pre,code{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.875rem}
pre{background:var(--code);border:1px solid var(--line);border-radius:6px;padding:.625rem;margin:.5rem 0;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:2}
.lines{counter-reset:line;padding-left:0}.lines span{display:block;position:relative;padding-left:4rem;min-height:1.5em}
.lines span::before{counter-increment:line;content:counter(line);position:absolute;left:0;width:3.25rem;text-align:right;color:var(--quiet)}
.lines span:target{background:var(--wait-back)}.cell{margin:.75rem 0 -.25rem;color:var(--quiet);font-size:.875rem}
svg{display:block;max-width:100%}svg text{fill:var(--text);font:14px system-ui,sans-serif}.axis{stroke:var(--line)}
.fill{fill:var(--bar)}.fill-2{fill:var(--bar-2)}.fill-3{fill:var(--bar-3)}.fill-4{fill:var(--bar-4)}.track{fill:var(--track)}
.rate{display:flex;align-items:center;gap:.5rem;justify-content:flex-end}.rate svg{flex:none}
.key{list-style:none;padding:0;margin:.5rem 0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}.key li{display:flex;align-items:center;gap:.5rem}.key svg{flex:none}
figure{margin:.75rem 0}figure img{max-width:min(100%,34rem);height:auto;background:#fff;border:1px solid var(--line);border-radius:6px}figcaption{color:var(--quiet);font-size:.875rem}
ul.plain{list-style:none;margin:0;padding:0}
@media(max-width:40rem){.checks li{grid-template-columns:1fr auto}.checks li>.what{grid-column:1/-1;grid-row:2}.checks p{grid-column:1/-1}.facts{grid-template-columns:1fr}.facts dd{margin-bottom:.5rem}.lines span{padding-left:3rem}.lines span::before{width:2.375rem}}
@media(forced-colors:active){.fill,.fill-2,.fill-3,.fill-4{fill:CanvasText}}
@media print{:root{color-scheme:light;--page:#fff;--panel:#fff;--text:#000;--quiet:#333;--line:#999;--link:#000;--good:#000;--bad:#000;--wait:#000;
--good-back:#fff;--bad-back:#fff;--wait-back:#fff;--code:#fff;--bar:#555;--bar-2:#888;--bar-3:#333;--bar-4:#aaa;--track:#eee}
html{font-size:10pt}header nav,.skip,footer nav,.contents{display:none}.panel{border:0;padding:0}.scroll{overflow:visible}table,.small,.mark{font-size:.875rem}th,td,tbody th,td.w{min-width:0}td.c{white-space:normal}
details::details-content{content-visibility:visible;height:auto}thead{display:table-header-group}tr,figure,.checks li{break-inside:avoid}h2,h3{break-after:avoid}}
`;
