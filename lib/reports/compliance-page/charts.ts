import type { ComplianceReport, ReportedControl, ReportedCriterion } from '../../compliance/compliance-report';
import { BEHAVIOURS, STATUSES } from '../../compliance/words';
import { groupBy } from '../../group-by';
import { type Column, type Html, html, say, table, thousands } from '../page/html';

const STATUS_NAMES = Object.keys(STATUSES) as ReportedCriterion['status'][];

const PATTERNED: ReadonlySet<string> = new Set(['failing', 'not-turned-on', 'evidence-only']);

const PATTERNS = html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
  <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="6"/></pattern>
  <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="1.2"/></pattern>
  <pattern id="lines" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="1" height="5"/></pattern>
  </defs></svg>`;

/** A part of a bar: its class gives colour and pattern. */
interface Segment {
  readonly kind: string;
  readonly count: number;
}

/** Criteria of the profile by section and status. */
export function statusChart({ domains, criteria }: ComplianceReport): Html {
  const sections = new Map(domains.map(({ section }) => [section.id, section.title]));
  const rows = [
    ...groupBy(
      criteria.filter(({ inProfile }) => inProfile),
      ({ domain }) => domain.split('.')[0] as string,
    ),
  ].map(([id, asked]) => {
    const counts = STATUS_NAMES.map((kind) => ({ kind, count: asked.filter(({ status }) => status === kind).length }));
    const title = sections.get(id);
    return html`<tr><th scope="row">${id}. ${title && say(title)}${bar(counts, asked.length)}</th>
    ${counts.map(({ kind, count }) => html`<td class="figure">${swatch(kind)} ${count}</td>`)}</tr>`;
  });
  const columns: readonly Column[] = [
    { ko: '부문', en: 'Section' },
    ...Object.values(STATUSES).map(({ sign, label }) => ({
      ko: `${sign} ${label.ko}`,
      en: `${sign} ${label.en}`,
      figures: true,
    })),
  ];
  return html`${PATTERNS}${table('status-chart', say({ ko: '부문별 기준의 상태', en: 'Criteria by section and status' }), columns, [html`<tbody>${rows}</tbody>`])}`;
}

/** Controls in force by behaviour. */
export function behaviourChart({ totals: { controlsOn } }: ComplianceReport): Html {
  const counts = Object.entries(BEHAVIOURS)
    .filter(([behaviour]) => behaviour !== 'manual')
    .map(([behaviour, { label }]) => ({
      behaviour,
      label,
      count: controlsOn[behaviour as ReportedControl['behaviour']] ?? 0,
    }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const rows = counts.map(
    ({ behaviour, label, count }) =>
      html`<tr><th scope="row">${say(label)}${bar([{ kind: behaviour, count }], most)}</th><td class="figure">${thousands(count)}</td></tr>`,
  );
  return table(
    'behaviour-chart',
    say({ ko: '켜진 통제', en: 'Controls turned on' }),
    [
      { ko: '방식', en: 'Behaviour' },
      { ko: '통제 수', en: 'Controls', figures: true },
    ],
    [html`<tbody>${rows}</tbody>`],
  );
}

/** Hidden from screen readers: the cells beside it hold the same figures. */
function bar(segments: readonly Segment[], whole: number): Html {
  let from = 0;
  const rects = segments
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => {
      const [x, width] = [from, count].map((part) => `${((part / whole) * 100).toFixed(2)}%`);
      from += count;
      return area(kind, html` x="${x}" width="${width}"`);
    });
  return html`<svg class="bar" aria-hidden="true">${rects}</svg>`;
}

/** Which part of a bar a figure belongs to. */
function swatch(kind: string): Html {
  return html`<svg class="swatch" aria-hidden="true">${area(kind, html` width="100%"`)}</svg>`;
}

/** A filled area with the pattern of its kind, for those who see no colours. */
function area(kind: string, place: Html): Html {
  const rect = (className: string): Html => html`<rect class="${className} ${kind}"${place} height="100%"/>`;
  return html`${rect('fill')}${PATTERNED.has(kind) ? rect('over') : undefined}`;
}
