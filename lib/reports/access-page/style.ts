/** What the page of the access matrix adds: the filters and the privilege classes. */
export const ACCESS_STYLE = `.figures { grid-template-columns: repeat(6, 1fr); }
.filter label { display: inline-flex; align-items: center; gap: 0.5rem; max-width: 100%; }
select { min-width: 0; max-width: 100%; padding: 0.35rem 0.5rem; font: inherit; color: inherit; border: 1px solid var(--strong-line); border-radius: 6px; background: var(--surface); }
.privilege { white-space: nowrap; }
.privilege.admin { color: var(--bad); font-weight: 600; }
.matrix table { table-layout: fixed; }
.matrix td, .matrix tbody th { padding-block: 0.3rem; }
.matrix tbody th { min-width: 0; }
.session { white-space: nowrap; }
@media (max-width: 68rem) { .figures { grid-template-columns: repeat(3, 1fr); } }
@media (max-width: 40rem) {
  .figures { grid-template-columns: repeat(2, 1fr); }
  .matrix table { min-width: 52rem; }
}
@media print { .privilege.admin { color: var(--ink); } }
`;
