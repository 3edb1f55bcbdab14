/** What the page of the organization adds: the tree, its accounts and the criteria. */
export const ORGANIZATION_STYLE = `.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.75rem; }
.tree { margin-top: 1rem; }
.root, .unit { border: 1px solid var(--line); border-radius: 10px; background: var(--surface); padding: 0.75rem 1rem; }
.root { border-left: 5px solid var(--accent); }
.root .place, .unit > summary { font-size: 1rem; }
.unit > summary strong { margin-right: 0.5rem; }
.unit .unit { background: var(--page); }
.fact { color: var(--muted); font-size: 0.8125rem; }
.fact + .fact::before, .fact + code::before { content: "·"; margin: 0 0.35rem; }
.unit > summary code { color: var(--muted); }
.units { position: relative; padding-left: 1.75rem; }
.units > li { position: relative; padding-top: 0.75rem; }
.units > li::before, .units > li::after { content: ""; position: absolute; left: -1rem; border: 0 solid var(--strong-line); }
.units > li::before { top: 0; bottom: 0; border-left-width: 2px; }
.units > li:last-child::before { bottom: auto; height: 2.25rem; }
.units > li::after { top: 2.25rem; width: 1rem; border-top-width: 2px; }
.unit > .inline, .root > .inline { margin-top: 0.5rem; }
.policy { display: inline-block; padding: 0.05rem 0.55rem; border: 1px solid var(--line); border-radius: 99px; background: var(--sunken); color: var(--ink); font-size: 0.8125rem; text-decoration: none; }
.policy:hover { border-color: var(--accent); text-decoration: underline; }
.policy b { color: var(--accent); }
.accounts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: 0.65rem; margin-top: 0.75rem; }
.account { padding: 0.5rem 0.8rem 0.6rem; border: 1px solid var(--line); border-left: 4px solid var(--hue); border-radius: 8px; background: var(--surface); font-size: 0.8125rem; line-height: 1.55; }
.account.vending { border-style: dashed; border-left-style: solid; }
.account .who { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 0.75rem; }
.account .who strong { font-size: 0.9375rem; }
.account .environment { margin-left: 0.6rem; }
.account .owner, .account .who code { color: var(--muted); }
.account .restricted { color: var(--bad); }
.account .inline { margin-top: 0.35rem; }
.state { padding: 0 0.5rem; border: 1px solid var(--strong-line); border-radius: 99px; background: var(--sunken); font-weight: 600; font-size: 0.75rem; }
.criteria { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.criteria button { padding: 0.1rem 0.6rem; font-variant-numeric: tabular-nums; font-weight: 600; font-size: 0.875rem; }
.criteria .times { margin-left: 0.15rem; color: var(--muted); font-weight: 400; }
tr.set th { background: var(--page); font-weight: 400; }
.attached { display: inline-flex; flex-wrap: wrap; gap: 0 0.4rem; margin-left: 0.75rem; color: var(--muted); }
.attached .inline li { color: var(--ink); font-weight: 600; }
@media (max-width: 40rem) {
  .units { padding-left: 0.9rem; }
  .units > li::before, .units > li::after { left: -0.5rem; }
  .units > li::after { width: 0.5rem; }
  .root, .unit { padding-inline: 0.7rem; }
}
@media print {
  .account, .units > li { break-inside: avoid-page; }
}
`;
