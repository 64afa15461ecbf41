// How a page looks: light and dark, narrow and wide, on paper.
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--line:#d0d7de;--link:#0550ae;--quiet:#8c959f;--worthy:#1a7f37;--owed:#bc4c00;--mark:#fff1e5}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa4af;--paper:#0d1117;--line:#30363d;--link:#79b8ff;--quiet:#6e7681;--worthy:#3fb950;--owed:#f0883e;--mark:#3d2008}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
h1{font-size:1.6rem;margin:.5rem 0}h2{font-size:1.25rem;border-bottom:1px solid var(--line);margin:2rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .25rem}
p,ul{margin:.25rem 0}ul{padding-left:1.25rem}.log{list-style:none;padding-left:.5rem}
a{color:var(--link)}a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
time,.at,a code{white-space:nowrap}.at{white-space:normal}nav a{margin-right:1rem}.skip{position:absolute;left:-99rem}.skip:focus{position:static}
code{font-size:.9em}.at,time,.label,.meta{color:var(--soft);font-size:.9em}a.at{color:var(--link)}.label{font-weight:600}
.phase{font-size:1.15rem}.late{border-left:4px solid var(--owed);padding-left:.75rem}
mark{background:var(--mark);color:inherit;border:1px solid var(--owed);border-radius:.25rem;padding:0 .25rem}
.tag,.status{border:1px solid var(--line);border-radius:.25rem;padding:0 .25rem;font-size:.85em}.stands{border-color:var(--worthy)}.superseded{text-decoration:line-through}
article{border-left:3px solid var(--line);padding-left:.75rem;margin:.75rem 0}article:target{border-color:var(--link)}
progress{width:12rem;max-width:60%;accent-color:var(--worthy)}
figure{margin:.5rem 0}svg{width:100%;height:6rem;border-bottom:1px solid var(--line)}figcaption{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;font-size:.9em}
i{display:inline-block;width:.75em;height:.75em}.quiet{fill:var(--quiet)}.worthy{fill:var(--worthy)}.owed{fill:var(--owed)}i.quiet{background:var(--quiet)}i.worthy{background:var(--worthy)}i.owed{background:var(--owed)}
summary{cursor:pointer;padding:.25rem 0}
@media print{body{max-width:none;font-size:10pt}nav,.skip{display:none}article,li{break-inside:avoid}details:not([open])::details-content{content-visibility:visible;height:auto}i{print-color-adjust:exact}}
`;
