/** Style that the pages share: light, dark, print, and from a phone to a wide screen. */
export const PAGE_STYLE = `:root {
  color-scheme: light;
  --page: #f5f7f9; --surface: #ffffff; --sunken: #eef2f5; --line: #d8dfe6; --strong-line: #b6c1cc;
  --ink: #16212c; --muted: #4c5a68; --accent: #075a78; --good: #1a6b3c; --bad: #a8201f;
  --prod: #0b6e8f; --stage: #a86400; --dev: #3a7d34; --sandbox: #7a52b8;
  --header: #0f2f40; --header-ink: #f2f7fa; --header-muted: #b9ced9;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --page: #10161c; --surface: #18212a; --sunken: #212c37; --line: #2d3a46; --strong-line: #4a5a69;
    --ink: #e5ebf0; --muted: #a5b3c0; --accent: #7cc7e6; --good: #7fd09d; --bad: #ff9c94;
    --prod: #4fb3d4; --stage: #e0a546; --dev: #79bd6f; --sandbox: #b596e8;
    --header: #0b1f2b;
  }
}
* { box-sizing: border-box; }
[hidden], html[lang="ko"] span[lang="en"], html[lang="en"] span[lang="ko"] { display: none !important; }
html { scroll-behavior: smooth; scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink); line-height: 1.6; font-size: 0.9375rem;
  font-family: Pretendard, system-ui, -apple-system, "Segoe UI", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif;
  word-break: keep-all; overflow-wrap: anywhere;
}
code { font: 0.8125em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", monospace; color: inherit; }
small { font-size: 0.8125rem; color: var(--muted); }
a { color: var(--accent); text-underline-offset: 0.2em; }
ul { margin: 0; padding: 0; list-style: none; }
p { margin: 0; }
h2 { margin: 0 0 0.35rem; font-size: 1.375rem; line-height: 1.3; letter-spacing: -0.01em; }
h3 { margin: 1.5rem 0 0.5rem; font-size: 1rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
button, input { font: inherit; color: inherit; }
button { padding: 0.25rem 0.75rem; border: 1px solid var(--strong-line); border-radius: 6px; background: var(--surface); cursor: pointer; }
button:hover { background: var(--sunken); }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 3; padding: 0.5rem 1rem; background: var(--surface); }
.skip:focus { top: 0.5rem; }
header, nav > ul, main, footer { padding-inline: max(1.25rem, calc((100vw - 74rem) / 2)); }

header { padding-block: 1.75rem 1.5rem; background: var(--header); color: var(--header-ink); }
h1 { margin: 0; font-size: clamp(1.5rem, 4vw, 2rem); line-height: 1.25; letter-spacing: -0.015em; }
.identity { margin-top: 0.35rem; color: var(--header-muted); }
.identity code { color: var(--header-ink); }
.languages { float: right; display: flex; margin-left: 1rem; }
.languages button { background: none; border-color: var(--header-muted); color: var(--header-ink); }
.languages button:first-child { border-radius: 6px 0 0 6px; }
.languages button:last-child { border-radius: 0 6px 6px 0; border-left: 0; }
.languages [aria-pressed="true"] { background: var(--header-ink); color: #0f2f40; font-weight: 600; }
header :focus-visible { outline-color: #ffffff; }
.figures { display: grid; grid-template-columns: repeat(8, 1fr); gap: 1.25rem; margin: 1.5rem 0 0; }
.figures dt { color: var(--header-muted); font-size: 0.8125rem; }
.figures dd { margin: 0; }
.figures b { display: block; font-size: 1.75rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures dd > span { color: var(--header-muted); font-size: 0.8125rem; line-height: 1.4; display: block; }

nav { position: sticky; top: 0; z-index: 2; background: var(--surface); border-bottom: 1px solid var(--line); }
nav ul { display: flex; gap: 1.5rem; overflow-x: auto; }
nav a { display: block; padding-block: 0.7rem; color: var(--ink); text-decoration: none; white-space: nowrap; }
nav a:hover { color: var(--accent); text-decoration: underline; }
main { padding-block: 0.5rem 2rem; }
section { padding-top: 2.25rem; }
footer { padding-block: 1.25rem 2.5rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.8125rem; }
.lead { max-width: 46rem; color: var(--muted); }
.note { max-width: 60rem; margin-top: 0.5rem; padding: 0.6rem 0.9rem; border-left: 4px solid var(--accent); background: var(--sunken); }
.inline { display: flex; flex-wrap: wrap; gap: 0.35rem 0.5rem; }
.words > li:not(:last-child)::after { content: ","; }
.good { color: var(--good); font-weight: 600; }
.bad { color: var(--bad); font-weight: 600; }
summary { cursor: pointer; }
.filter, .buttons { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; margin-top: 0.75rem; }
.filter input { width: 18rem; max-width: 100%; padding: 0.35rem 0.7rem; border: 1px solid var(--strong-line); border-radius: 6px; background: var(--surface); }
.filter label { display: inline-flex; align-items: center; gap: 0.5rem; max-width: 100%; }
select { min-width: 0; max-width: 100%; padding: 0.35rem 0.5rem; font: inherit; color: inherit; border: 1px solid var(--strong-line); border-radius: 6px; background: var(--surface); }
.tools { display: flex; flex-wrap: wrap; gap: 0 1.5rem; justify-content: space-between; }
.tools > * { min-width: 0; }
.filter output { color: var(--muted); font-variant-numeric: tabular-nums; }
.environment { white-space: nowrap; }
.environment::before { content: ""; display: inline-block; width: 0.65em; height: 0.65em; margin-right: 0.4em; border-radius: 50%; background: var(--hue); }
.prod { --hue: var(--prod); } .stage { --hue: var(--stage); } .dev { --hue: var(--dev); } .sandbox { --hue: var(--sandbox); }
.environment.stage::before { border-radius: 1px; } .environment.dev::before { border-radius: 50% 0; } .environment.sandbox::before { border-radius: 1px; transform: rotate(45deg) scale(0.85); }
.scroll { position: relative; margin-top: 1rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.5; }
caption { padding: 0.6rem 0.9rem; text-align: left; font-weight: 600; }
th, td { padding: 0.5rem 0.9rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--sunken); color: var(--muted); font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 500; min-width: 11rem; }
tbody th code, td code { color: var(--muted); }
.result { white-space: nowrap; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
@media (max-width: 68rem) { .figures { grid-template-columns: repeat(4, 1fr); } }
@media (max-width: 40rem) {
  th, td, caption { padding-inline: 0.7rem; }
  table { min-width: 36rem; }
  .figures { grid-template-columns: repeat(2, 1fr); gap: 0.9rem; }
}
@media print {
  @page { margin: 14mm; }
  body { background: none; font-size: 9.5pt; }
  nav, .skip, .filter, .buttons, .languages { display: none !important; }
  header { background: none; color: var(--ink); border-bottom: 2px solid var(--ink); }
  .identity, .identity code, .figures dt, .figures dd > span { color: var(--ink); }
  tr { break-inside: avoid-page; }
  h2, h3, caption { break-after: avoid; }
  .scroll { overflow: visible; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
`;
