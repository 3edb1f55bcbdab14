import type { ComplianceReport, ReportedControl } from '../../compliance/compliance-report';
import { BEHAVIOURS, mechanismLabel, STATES } from '../../compliance/words';
import { groupBy } from '../../group-by';
import { filterBox, filterChoice } from '../page/controls';
import { type Html, html, say, table, thousands } from '../page/html';
import { criterionLinks, places, stateMark } from './cells';
import { controlName } from './controls-table';

const TABLE = 'inventory-table';

/** A control with every criterion that it serves. */
interface InventoryRow extends ReportedControl {
  readonly criteria: readonly string[];
}

/** Every control once, whichever criteria it serves. */
export function inventorySection({ criteria }: ComplianceReport): Html {
  const uses = criteria.flatMap(({ id, controls }) =>
    controls.filter(({ state }) => state !== 'manual').map((control) => ({ id, control })),
  );
  const rows = [
    ...groupBy(uses, ({ control }) =>
      JSON.stringify([control.behaviour, control.mechanism, control.reference]),
    ).values(),
  ].flatMap(([first, ...more]): InventoryRow[] =>
    first === undefined ? [] : [{ ...first.control, criteria: [first, ...more].map(({ id }) => id) }],
  );
  return html`<section id="inventory" aria-labelledby="inventory-title">
    <h2 id="inventory-title">${say({ ko: '통제 목록', en: 'Control inventory' })}</h2>
    <p class="lead">${say({
      ko: '통제마다 한 줄입니다. 적용 위치는 처음 다섯 곳만 보이며, 전체는 함께 만든 CSV에 있습니다.',
      en: 'One row for each control. Of where it is in force the first five are shown; the CSV beside this page holds all.',
    })}</p>
    ${filterBox(TABLE, { ko: '통제 찾기', en: 'Find controls' }, filters(rows))}
    <div class="controls">${table(
      TABLE,
      say({ ko: `통제 ${thousands(rows.length)}개`, en: `${thousands(rows.length)} controls` }),
      [
        { ko: '통제', en: 'Control' },
        { ko: '방식', en: 'Behaviour' },
        { ko: '상태', en: 'State' },
        { ko: '기준', en: 'Criteria' },
        { ko: '적용 위치', en: 'In force in' },
      ],
      [html`<tbody>${rows.map(inventoryRow)}</tbody>`],
    )}</div></section>`;
}

function filters(rows: readonly InventoryRow[]): Html[] {
  const mechanisms = [...new Set(rows.map(({ mechanism }) => mechanism))];
  return [
    filterChoice(
      TABLE,
      1,
      { ko: '방식', en: 'Behaviour' },
      Object.entries(BEHAVIOURS)
        .filter(([value]) => value !== 'manual')
        .map(([value, { label }]) => ({ value, label })),
    ),
    filterChoice(
      TABLE,
      2,
      { ko: '상태', en: 'State' },
      Object.entries(STATES)
        .filter(([value]) => value !== 'manual')
        .map(([value, { label }]) => ({ value, label })),
    ),
    filterChoice(
      TABLE,
      'mechanism',
      { ko: '수단', en: 'Mechanism' },
      mechanisms.map((value) => ({ value, label: mechanismLabel(value) })),
    ),
  ];
}

function inventoryRow(row: InventoryRow): Html {
  return html`<tr data-row data-mechanism="${row.mechanism}"><th scope="row">${controlName(row)}</th><td data-value="${row.behaviour}">${say(BEHAVIOURS[row.behaviour].label)}</td><td data-value="${row.state}">${stateMark(row.state)}</td><td>${criterionLinks(row.criteria)}</td><td>${places(row.where)}</td></tr>`;
}
