/** What the page of the network adds: the drawing and the matrix. */
export const NETWORK_STYLE = `.figures { grid-template-columns: repeat(6, 1fr); }
html[lang="ko"] tspan[lang="en"], html[lang="en"] tspan[lang="ko"] { display: none; }
.lines { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.75rem; font-size: 0.875rem; }
.states { margin-top: 0.75rem; font-size: 0.875rem; }
.drawing { text-align: center; }
.topology text { fill: currentColor; font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", monospace; }
.topology .name { font-size: 13px; font-weight: 600; }
.topology .detail { font-size: 11px; color: var(--muted); }
.topology .frame { fill: var(--sunken); stroke: var(--strong-line); }
.node rect { fill: var(--surface); stroke: var(--strong-line); stroke-width: 1.5; }
.node.segment { color: var(--ink); text-decoration: none; }
.node.segment rect { stroke: var(--accent); stroke-width: 2; }
.node.segment:focus-visible { outline-offset: -2px; }
.node.segment:hover .name { text-decoration: underline; }
.node.firewall rect { stroke: var(--bad); stroke-width: 3; }
.node.site rect { stroke: var(--stage); stroke-dasharray: 6 3; }
.node.internet rect { stroke: var(--ink); stroke-dasharray: 2 3; }
.edge { --hue: var(--muted); }
.edge.propagation { --hue: var(--accent); }
.edge.static { --hue: var(--bad); }
.edge.internet { --hue: var(--ink); }
.edge .line { fill: none; stroke: var(--hue); stroke-width: 1.75; }
.edge.association .line { stroke-width: 1; }
.edge.static .line { stroke-dasharray: 7 4; }
.edge.internet .line { stroke-dasharray: 2 3; }
.edge .head { fill: var(--hue); }
.edge .hit { fill: none; stroke: transparent; stroke-width: 12; }
.edge:hover .line { stroke-width: 4; }
.blocks code { white-space: nowrap; }
#matrix-table td { white-space: nowrap; }
#matrix-table thead th { max-width: 9rem; white-space: normal; vertical-align: bottom; }
#matrix-table tbody th { position: sticky; left: 0; min-width: 9rem; background: var(--surface); }
#matrix-table .self { background: var(--sunken); }
.state-allow { color: var(--good); }
.state-inspected { color: var(--accent); }
.state-asymmetric { color: var(--bad); font-weight: 600; }
.state-one-way { font-weight: 600; }
.state-deny { color: var(--muted); }
@media (min-width: 72rem) { .topology.fits { max-width: 100%; height: auto; } }
@media (max-width: 68rem) { .figures { grid-template-columns: repeat(3, 1fr); } }
@media (max-width: 40rem) { .figures { grid-template-columns: repeat(2, 1fr); } }
@media print {
  .drawing .topology { width: 100%; height: auto; }
  .edge .hit { display: none; }
  #matrix-table tbody th { position: static; }
  #matrix-table td { white-space: normal; }
}
`;
