import type { LocalizedText } from '../../../constructs';
import { groupBy } from '../../group-by';
import type { LoadedOrganization } from '../../load-config';
import type { ControlRow } from '../../model/organization-model';
import { type Html, html, name, say, shortList, table } from '../page/html';

const MODES: Readonly<Record<'adopt' | 'create', LocalizedText>> = {
  adopt: { ko: '기존 랜딩 존을 그대로 씁니다.', en: 'The landing zone that exists stays as it is.' },
  create: { ko: '이 저장소가 랜딩 존을 만듭니다.', en: 'This repository creates the landing zone.' },
};

/** What AWS Control Tower governs: registered OUs and the controls on them. */
export function controlTowerSection({ model, files }: LoadedOrganization): Html {
  return html`<section id="control-tower" aria-labelledby="control-tower-title">
    <h2 id="control-tower-title">AWS Control Tower</h2>
    ${
      files.controlTower === undefined
        ? html`<p>${say({ ko: '이 저장소는 Control Tower를 관리하지 않습니다.', en: 'This repository does not govern Control Tower.' })}</p>`
        : html`<p class="lead">${say(MODES[files.controlTower.landingZone.mode])}</p>
    <h3>${say({ ko: `등록된 OU ${model.registeredOus.length}개`, en: `${model.registeredOus.length} registered OUs` })}</h3>
    ${shortList(model.registeredOus.map(name), 24)}
    ${controlsTable(model.controls)}`
    }</section>`;
}

function controlsTable(controls: readonly ControlRow[]): Html | undefined {
  if (controls.length === 0) return undefined;
  const groups = groupBy(controls, ({ control, parameters }) => JSON.stringify([control, parameters]));
  const rows = [...groups.values()].map((same) => {
    const { control, parameters } = same[0] as ControlRow;
    const settings = Object.entries(parameters).map(
      ([key, value]) => html`<li><code>${key} = ${JSON.stringify(value)}</code></li>`,
    );
    return html`<tr><th scope="row"><code>${control}</code></th><td>${shortList(same.map(({ ou }) => name(ou)))}</td>
      <td>${settings.length === 0 ? '–' : html`<ul class="plain">${settings}</ul>`}</td></tr>`;
  });
  return table(
    'controls-table',
    say({ ko: `OU에 켠 통제 ${controls.length}건`, en: `${controls.length} controls enabled on OUs` }),
    [
      { ko: '통제', en: 'Control' },
      { ko: 'OU', en: 'OUs' },
      { ko: '매개변수', en: 'Parameters' },
    ],
    [html`<tbody>${rows}</tbody>`],
  );
}
