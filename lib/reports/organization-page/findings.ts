import type { Problem } from '../../config/problem';
import { renderProblem } from '../../config/render-problem';
import { groupBy } from '../../group-by';
import type { Finding } from '../findings';
import { type Column, type Html, html, name, say, table, thousands } from '../page/html';

const COLUMNS: readonly Column[] = [
  { ko: '규칙', en: 'Rule' },
  { ko: '내용', en: 'What it says' },
  { ko: '위치', en: 'Where' },
];

/** Findings of one rule for one reason, told once. */
interface FindingGroup {
  readonly first: Finding;
  /** Rule without what it found in brackets. */
  readonly rule: string;
  readonly places: readonly string[];
}

/** What the rule packs found, open and acknowledged, and the warnings of the config. */
export function findingsSection(findings: readonly Finding[], warnings: readonly Problem[]): Html {
  const open = findings.filter((finding) => finding.acknowledged === undefined);
  const acknowledged = findings.filter((finding) => finding.acknowledged !== undefined);
  return html`<section id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">${say({ ko: '검사 결과', en: 'Findings' })}</h2>
    <p class="lead">${say({
      ko: '규칙 팩이 모든 스택을 검사한 결과입니다. 승인한 항목은 사유와 함께 남습니다.',
      en: 'What the rule packs found in the stacks. What was acknowledged stays on record, with its reason.',
    })}</p>
    ${
      open.length === 0
        ? html`<p class="good"><span aria-hidden="true">✓</span> ${say({ ko: '미해결 항목이 없습니다.', en: 'Nothing is open.' })}</p>`
        : findingsTable(
            'findings-open',
            say({ ko: `미해결 ${open.length}건`, en: `${open.length} open` }),
            open,
            COLUMNS,
          )
    }
    ${
      acknowledged.length === 0
        ? undefined
        : findingsTable(
            'findings-acknowledged',
            say({
              ko: `사유를 적어 승인한 ${thousands(acknowledged.length)}건`,
              en: `${thousands(acknowledged.length)} acknowledged with a reason`,
            }),
            acknowledged,
            [...COLUMNS.slice(0, 2), { ko: '승인 사유', en: 'Reason' }, ...COLUMNS.slice(2)],
          )
    }</section>
    <section id="warnings" aria-labelledby="warnings-title">
    <h2 id="warnings-title">${say({ ko: '경고', en: 'Warnings' })}</h2>
    ${
      warnings.length === 0
        ? html`<p class="good"><span aria-hidden="true">✓</span> ${say({ ko: '설정에 경고가 없습니다.', en: 'The configuration has no warning.' })}</p>`
        : html`<ul class="plain">${warnings.map((warning) => html`<li>${say({ ko: renderProblem(warning, { lang: 'ko' }), en: renderProblem(warning, { lang: 'en' }) })}</li>`)}</ul>`
    }</section>`;
}

function findingsTable(id: string, caption: Html, findings: readonly Finding[], columns: readonly Column[]): Html {
  const rows = groupFindings(findings).map(
    ({
      first,
      rule,
      places,
    }) => html`<tr><th scope="row"><code>${rule}</code><br><small>${first.pack} · ${first.severity}</small></th>
    <td>${name(first.description)}</td>
    ${first.acknowledged === undefined ? undefined : html`<td>${name(first.acknowledged)}</td>`}
    <td><details${places.length <= 2 ? html` open` : undefined}><summary>${say({
      ko: `${thousands(places.length)}곳`,
      en: `${thousands(places.length)} place${places.length === 1 ? '' : 's'}`,
    })}</summary><ul class="plain">${places.map((place) => html`<li><code>${place}</code></li>`)}</ul></details></td></tr>`,
  );
  return table(id, caption, columns, [html`<tbody>${rows}</tbody>`]);
}

function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = groupBy(findings, ({ pack, rule, description, severity, acknowledged }) =>
    JSON.stringify([pack, baseRule(rule), description, severity, acknowledged]),
  );
  return [...groups.values()].map((same) => {
    const first = same[0] as Finding;
    return { first, rule: baseRule(first.rule), places: same.flatMap(placesOf) };
  });
}

/** `AwsSolutions-IAM5` of `AwsSolutions-IAM5[Action::s3:*]`. */
function baseRule(rule: string): string {
  return rule.replace(/\[.*$/s, '');
}

function placesOf({ rule, constructPaths }: Finding): string[] {
  const detail = rule.slice(baseRule(rule).length);
  return constructPaths.map((path) => (detail === '' ? path : `${path} ${detail}`));
}
