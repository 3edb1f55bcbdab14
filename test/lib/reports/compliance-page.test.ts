import { createHash } from 'node:crypto';
import type { ReportedControl } from '../../../lib/compliance/compliance-report';
import { compliancePage } from '../../../lib/reports/compliance-page';
import { complianceReport, emptyReport, plantedReport } from './compliance.fixtures';

const REPORT = complianceReport();
const PAGE = compliancePage(REPORT);

/** What the page says in one place, without its markup, in English. */
function said(page: string, from: string, to: string): string {
  const [start, end] = [page.indexOf(from), page.indexOf(to, page.indexOf(from))];
  if (start === -1 || end === -1) throw new Error(`the page has no ${start === -1 ? from : to}`);
  return page
    .slice(start, end)
    .replace(/<span lang="ko">[^<]*<\/span>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');
}

const article = (id: string, page = PAGE): string => said(page, `<article id="c-${id}"`, '</article>');
const section = (id: string, page = PAGE): string => said(page, `<section id="${id}"`, '</section>');

/** The report with the controls of one criterion replaced. */
function withControls(id: string, controls: readonly ReportedControl[]): string {
  const criteria = REPORT.criteria.map((row) => (row.id === id ? { ...row, controls: [...controls] } : row));
  return compliancePage({ ...REPORT, criteria });
}

const CONTROL: ReportedControl = {
  id: '2.9.4/config-rule/CLOUD_TRAIL_ENABLED',
  behaviour: 'detective',
  mechanism: 'config-rule',
  reference: 'CLOUD_TRAIL_ENABLED',
  title: { ko: '추적', en: 'Trail' },
  source: 'aws-docs',
  state: 'on',
  where: ['audit'],
};

test('is the same at every call and loads nothing', () => {
  expect(compliancePage(complianceReport())).toBe(PAGE);
  expect(PAGE).not.toMatch(/(src|href)="(?!#|data:,)/);
});

test('allows its own script and style, and nothing else', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(PAGE)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  for (const element of ['script', 'style']) {
    const content = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(PAGE)?.[1] ?? '';
    expect(policy).toContain(`sha256-${createHash('sha256').update(content).digest('base64')}`);
  }
  expect(PAGE).not.toMatch(/ style="/);
});

test.each(['<img src=x onerror=alert(1)>', '" onmouseover="alert(1)', "'><script>alert(1)</script>"])(
  '%s stays text wherever a config, a rule pack or an export can put it',
  (text) => {
    const planted = compliancePage(plantedReport(text));
    expect(planted.includes(text)).toBe(false);
    expect(planted.match(/<script/g)).toHaveLength(1);
  },
);

test('has each of the 101 criteria once, in the order of the standard, with its status', () => {
  const ids = [...PAGE.matchAll(/<article id="c-([\d.]+)" data-row data-status="([^"]+)"/g)].map(
    ([, ...found]) => found,
  );
  expect(ids).toEqual(REPORT.criteria.map(({ id, status }) => [id, status]));
});

test('says for whom, by which law and of what it is made', () => {
  const header = said(PAGE, '<header>', '</header>');
  expect(header).toContain('o-exampleorgid · scheme ISMS-P · strictness baseline · law as of 2025-10-31');
  expect(section('about')).toContain(REPORT.disclaimer.en);
  expect(section('inputs')).toContain(REPORT.inputs.sha256);
  for (const [file, hash] of Object.entries(REPORT.inputs.files))
    expect(section('inputs')).toContain(`${file} ${hash}`);
  expect(section('legal')).toContain('731 Standard of safeguards for personal data, article 8(1) shop-prod');
  expect(section('legal')).toMatch(/P1M .* Every account/);
});

test.each([
  'AWS docs',
  'AWS K-ISMS pack',
  'Our judgement',
  'In force',
  'Findings open',
  'Not turned on',
  'Evidence only',
])('explains what "%s" means', (word) => expect(section('about')).toMatch(new RegExp(`${word} \\S+ \\S+ \\S+`)));

test.each([
  ['one place', ['audit'], 'On audit –'],
  ['five places', ['a', 'b', 'c', 'd', 'e'], 'On a , b , c , d , e –'],
  ['six places', ['a', 'b', 'c', 'd', 'e', 'f'], 'On a , b , c , d , e and 1 more –'],
  ['1,005 places', Array.from({ length: 1005 }, (_, index) => `n${index}`), 'n4 and 1,000 more –'],
])('of %s at most five are shown, with how many more', (_, where, expected) => {
  const text = article('2.9.4', withControls('2.9.4', [{ ...CONTROL, where }]));
  expect(text).toContain(`Trail CLOUD_TRAIL_ENABLED AWS Config rule AWS docs ✓ `);
  expect(text).toContain(expected);
});

test.each([
  [{ compliant: 0, nonCompliant: 0, excepted: 0, unknown: 0 }, 'no resource'],
  [{ compliant: 1200, nonCompliant: 0, excepted: 0, unknown: 0 }, '✓ compliant 1,200'],
  [
    { compliant: 3, nonCompliant: 2, excepted: 1, unknown: 4 },
    '✗ non-compliant 2 ✓ compliant 3 excepted 1 undecided 4',
  ],
])('%j reads "%s", at synth and live', (result, expected) => {
  const text = article('2.9.4', withControls('2.9.4', [{ ...CONTROL, result, live: result }]));
  expect(text).toContain(`audit ${expected} ${expected} `);
});

test('has a column for the live result only when an export was merged, and says what it is made of', () => {
  const synth = compliancePage(complianceReport({ live: false }));
  expect(article('2.9.4')).toContain('At synth Live');
  expect(article('2.9.4', synth)).not.toContain('Live');
  expect(said(PAGE, '<footer>', '</footer>')).toContain('an export of AWS Config');
  expect(said(synth, '<footer>', '</footer>')).toContain('from the configuration alone');
});

test('a control that is off stands with its reason, behind those that are on', () => {
  const reason = { ko: '시끄러움', en: 'Flags nearly everything' };
  const off: ReportedControl = { ...CONTROL, id: 'x', reference: 'NOISY', state: 'off', where: [], reason };
  const text = article('2.9.4', withControls('2.9.4', [off, CONTROL]));
  expect(text).toMatch(/CLOUD_TRAIL_ENABLED .* Off 1 .* NOISY .* Flags nearly everything/);
  expect(text).toContain('Detective 1/2');
});

test('a control that is on and had nothing to judge says so', () => {
  const reason = { ko: '대상 없음', en: 'No stack holds such a resource' };
  expect(article('2.9.4', withControls('2.9.4', [{ ...CONTROL, reason }]))).toMatch(
    /Config rule No stack holds .* ✓ On/,
  );
});

test('a manual criterion is never shown as covered, and names the work and the owner', () => {
  const manual = REPORT.criteria.filter(({ status }) => status === 'manual');
  expect(manual.length).toBeGreaterThan(20);
  for (const { id, manual: part } of manual) {
    const text = article(id);
    expect(text).toContain('◇ Manual');
    expect(text).not.toContain('✓');
    expect(text).toContain(part.task.en);
    expect(text).toContain(`Owner of the evidence ${part.evidenceOwner.en}`);
  }
});

test('says which part the certificate of AWS covers, for the criteria that inherit from it and no others', () => {
  const noted = REPORT.criteria.filter(({ id }) => article(id).includes('AWS Artifact')).map(({ id }) => id);
  expect(noted).toEqual(REPORT.criteria.filter((row) => row.inheritedFromAws === 'partly').map(({ id }) => id));
  expect(noted).toContain('2.4.1');
});

test('an exception stands at its criterion and in the register, with reason, approver and last day', () => {
  expect(article('2.9.4')).toMatch(
    /LogGroupRetention Build logs .* approved by ciso@example\.com · expires 2027-06-30/,
  );
  expect(section('exceptions')).toMatch(
    /LogGroupRetention Acknowledged finding 2\.9\.4 .* ciso@example\.com 2027-06-30/,
  );
  expect(section('exceptions')).toMatch(/EC2_INSTANCES_IN_VPC Rule turned off .* Nobody on record No last day/);
});

test('the heat map counts criteria with a control turned on, those that fail, and those left to people', () => {
  const control = (more: Partial<ReportedControl>): ReportedControl => ({ ...CONTROL, ...more });
  const criteria = REPORT.criteria.map((row) => {
    if (row.domain !== '2.7') return { ...row, controls: [] };
    return row.id === '2.7.1'
      ? { ...row, controls: [control({ behaviour: 'proactive' }), control({ state: 'failing' })] }
      : { ...row, controls: [control({ state: 'off' }), control({ behaviour: 'evidence' })] };
  });
  const map = said(compliancePage({ ...REPORT, criteria }), '<table id="heat-map">', '</table>');
  expect(map).toContain('2.7 Encryption 0/2 1/2 1/2 ✗ findings open 1 1/2 1/2 ');
  expect(map).toContain('2.4 Physical security 0/7 0/7 0/7 0/7 7/7 ');
});

test('the chart of a section adds up to its criteria', () => {
  const chart = said(PAGE, '<table id="status-chart">', '</table>');
  const rows = [...chart.matchAll(/\d\. [^\d]+ (\d+) (\d+) (\d+) (\d+) (\d+)/g)].map(([, ...counts]) =>
    counts.reduce((sum, count) => sum + Number(count), 0),
  );
  expect(rows).toEqual([16, 64, 21]);
});

test('what the profile does not ask for is marked, and counted nowhere', () => {
  const isms = compliancePage(complianceReport({ profile: 'isms' }));
  expect(article('3.1.1', isms)).toContain('Not asked for');
  expect(article('2.9.4', isms)).not.toContain('Not asked for');
  expect(said(isms, '<table id="heat-map">', '</table>')).toContain('3.5 Rights of data subjects Not asked for');
  expect(said(isms, '<table id="status-chart">', '</table>')).not.toContain('3.');
  expect(said(isms, '<dl class="figures">', '</dl>')).toContain('Criteria 80 ');
});

test('the inventory has each control once, with every criterion that it serves', () => {
  const inventory = section('inventory');
  expect(inventory.match(/ACCOUNT_PART_OF_ORGANIZATIONS/g)).toHaveLength(1);
  expect(inventory).toMatch(/ACCOUNT_PART_OF_ORGANIZATIONS AWS Config rule Detective ✓ On 1\.2\.1 2\.9\.1 2\.10\.2 /);
  const controls = REPORT.criteria.flatMap((row) => row.controls).filter(({ state }) => state !== 'manual');
  const distinct = new Set(controls.map((row) => `${row.behaviour} ${row.mechanism} ${row.reference}`));
  expect(inventory).toContain(`${distinct.size} controls`);
});

test('an organization without anything turned on gets a whole page that says so', () => {
  const empty = compliancePage(emptyReport());
  for (const words of ['There is no exception.', 'No legal parameter binds this organization.']) {
    expect(empty).toContain(words);
  }
  expect(said(empty, '<dl class="figures">', '</dl>')).toMatch(/In force 0 Findings open 0 Not turned on [1-9]/);
  expect(article('2.9.4', empty)).toContain('○ Not turned on');
});

test('stays below 5 MB for 1,000 accounts', () => {
  expect(Buffer.byteLength(compliancePage(complianceReport({ accounts: 1000 })))).toBeLessThan(5_000_000);
});
