/** What the page of compliance adds: states, the heat map, the charts and the criteria. */
export const COMPLIANCE_STYLE = `:root {
  --ok: #1a6b3c; --fail: #a8201f; --idle: #8a5a00; --input: #1d5a96; --people: #5b4a86;
  --heat-1: #e6f3ea; --heat-2: #cde7d6; --heat-3: #b0d9be; --heat-4: #8fcaa3; --heat-ink: #0e2b19; --over: #ffffff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ok: #7fd09d; --fail: #ff9c94; --idle: #e5b45c; --input: #8dc0f2; --people: #c3b1ea;
    --heat-1: #1d3327; --heat-2: #234733; --heat-3: #295a3f; --heat-4: #2f6d4b; --heat-ink: #ecf7f0; --over: #10161c;
  }
}
.in-force, .on { --hue: var(--ok); } .failing { --hue: var(--fail); } .not-turned-on, .off { --hue: var(--idle); }
.evidence-only { --hue: var(--input); } main .manual { --hue: var(--people); }
.preventive, .proactive, .detective, .evidence { --hue: var(--accent); }
.mark, .state { color: var(--hue); font-weight: 600; white-space: nowrap; }
.mark { padding: 0 0.6rem; border: 1.5px solid var(--hue); border-radius: 99px; font-size: 0.8125rem; }
.mark.manual, .mark.evidence-only { border-style: dashed; }
.outside { color: var(--muted); font-size: 0.8125rem; }
.bullets { padding-left: 1.2rem; list-style: disc; }
.note + .bullets { margin-top: 0.75rem; }
.terms { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 2rem; }
.terms dl { margin: 0; }
.terms dt { margin-top: 0.5rem; }
.terms dd { margin: 0.1rem 0 0; color: var(--muted); font-size: 0.875rem; }
.charts { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); gap: 0 1.25rem; align-items: start; }
.patterns { position: absolute; }
.bar { display: block; width: 100%; height: 0.9rem; margin-top: 0.25rem; border-radius: 3px; background: var(--sunken); }
.swatch { width: 0.7rem; height: 0.7rem; vertical-align: baseline; }
.fill { fill: var(--hue); }
.fill.manual { fill: var(--sunken); stroke: var(--hue); stroke-width: 2; }
.over.failing { fill: url(#hatch); } .over.not-turned-on { fill: url(#dots); } .over.evidence-only { fill: url(#lines); }
.patterns * { fill: var(--over); fill-opacity: 0.7; }
.heat table, .controls table { table-layout: fixed; }
.heat thead th:first-child { width: 34%; }
.heat td { border-left: 1px solid var(--line); }
.heat-1, .heat-2, .heat-3, .heat-4 { color: var(--heat-ink); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.heat-1 { background: var(--heat-1); } .heat-2 { background: var(--heat-2); } .heat-3 { background: var(--heat-3); } .heat-4 { background: var(--heat-4); }
.heat-0 { color: var(--muted); }
.heat td b { display: inline-block; margin-left: 0.3rem; padding: 0 0.4rem; border-radius: 99px; background: var(--surface); color: var(--fail); }
.people { color: var(--people); }
tr.section th, tr.behaviour th { background: var(--page); font-weight: 600; }
.legend { margin-top: 0.5rem; max-width: 60rem; }
#criteria h3 { margin-top: 1.75rem; }
.unit { margin-top: 0.5rem; padding: 0.55rem 0.9rem; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
.unit > summary { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2rem 0.75rem; }
.unit > summary::before { content: "▸"; color: var(--muted); }
.unit[open] > summary::before { content: "▾"; }
.unit > summary::-webkit-details-marker { display: none; }
.unit h4 { flex: 1 1 18rem; margin: 0; font-size: 0.9375rem; font-weight: 600; }
.unit .id { display: inline-block; min-width: 3.2rem; color: var(--accent); font-variant-numeric: tabular-nums; }
.unit .mark { flex: none; }
.mix { display: flex; flex-wrap: wrap; gap: 0 0.9rem; color: var(--muted); font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.mix .some { color: var(--ink); }
@media screen and (min-width: 68rem) {
  .mix { display: grid; grid-template-columns: repeat(4, 7.25rem); gap: 0; }
  .unit > summary > .mark { width: 8.5rem; text-align: center; }
}
dl.manual { display: grid; gap: 0.25rem; margin: 0.6rem 0 0; padding: 0.5rem 0.9rem; border-left: 4px solid var(--people); background: var(--page); }
dl.manual > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 0.75rem; }
dl.manual dt { color: var(--people); font-weight: 600; }
dl.manual dd { margin: 0; }
.excepted { margin-top: 0.6rem; padding: 0.5rem 0.9rem; border-left: 4px solid var(--idle); background: var(--page); }
.controls td, .controls tbody th { padding-block: 0.35rem; }
.controls thead th:nth-child(1) { width: 29%; } .controls thead th:nth-child(2) { width: 11%; } .controls thead th:nth-child(3) { width: 9%; }
#criteria .controls thead th:nth-child(n + 5) { width: 12%; }
.filter { column-gap: 1rem; }
.approver { min-width: 10.5rem; }
#inventory .controls thead th:nth-child(4) { width: 22%; }
.reason { color: var(--muted); font-size: 0.8125rem; }
.links { gap: 0.1rem 0.5rem; min-width: 6rem; font-variant-numeric: tabular-nums; }
.whole, #status-chart td { white-space: nowrap; }
@media (max-width: 60rem) { .charts { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 40rem) {
  .unit { padding-inline: 0.7rem; }
  .unit h4 { flex-basis: 80%; }
  .controls table { min-width: 48rem; }
  #behaviour-chart { min-width: 0; }
  dl.manual > div { grid-template-columns: 1fr; }
}
@media print {
  @page { size: A4; }
  .figures { grid-template-columns: repeat(4, 1fr); }
  .terms { grid-template-columns: repeat(3, 1fr); gap: 0 1rem; }
  .bar, .swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .charts { grid-template-columns: minmax(0, 3fr) minmax(0, 1fr); }
  .unit { padding: 0.4rem 0; border-width: 1px 0 0; border-radius: 0; }
  .unit > summary, h4, dl.manual, .excepted { break-inside: avoid; }
  .unit > summary { break-after: avoid; }
  .unit > summary::before { content: none !important; }
  .heat { break-inside: avoid; }
  tr.section, tr.behaviour { break-after: avoid; }
  table, thead th, td small, th small, td code, th code, .reason, td.outside { font-size: 8pt; }
  .approver { min-width: 7rem; }
  .controls thead th:nth-child(1) { width: 27%; } .controls thead th:nth-child(2) { width: 9%; }
  #criteria .controls thead th:nth-child(n + 5) { width: 10%; }
  #inventory .controls thead th:nth-child(4) { width: 16%; }
  th, td, caption { padding: 0.25rem 0.4rem; }
  tbody th { min-width: 0; }
  thead th { white-space: normal; word-break: normal; }
}
`;
