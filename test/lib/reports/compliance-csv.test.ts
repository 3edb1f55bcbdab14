import type { ComplianceReport } from '../../../lib/compliance/compliance-report';
import { complianceCsv, controlInventoryCsv, exceptionCsv } from '../../../lib/reports/compliance-csv';
import { complianceReport, emptyReport, plantedReport } from './compliance.fixtures';

/** Rows by header, as a spreadsheet reads them. */
function parse(csv: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  const [header = [], ...lines] = rows.slice(0, -1);
  expect(lines.filter((cells) => cells.length !== header.length)).toEqual([]);
  return lines.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

const REPORT = complianceReport();
const TABLES: readonly [name: string, render: (report: ComplianceReport) => string][] = [
  ['compliance', complianceCsv],
  ['control inventory', controlInventoryCsv],
  ['exceptions', exceptionCsv],
];

describe.each(TABLES)('the table of %s', (_, render) => {
  test('opens in a spreadsheet with its Korean right', () => {
    const csv = render(REPORT);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(csv).toMatch(/[가-힣]/);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('has no formula of %j', (text) => {
    const cells = parse(render(plantedReport(text))).flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => cell.startsWith("'"))).not.toEqual([]);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test('keeps a text with quotes, commas and line breaks in its cell', () => {
    const text = 'a, "b"\r\nc';
    expect(parse(render(plantedReport(text))).flatMap((row) => Object.values(row))).toContain(text);
  });

  test('has no cell that Excel would cut, with 1,000 accounts', () => {
    const where = Array.from({ length: 1_000 }, (__, index) => `Governance-Account-with-a-long-name-${index}/Resource`);
    const report = {
      ...REPORT,
      criteria: REPORT.criteria.slice(0, 20).map((criterion) => ({
        ...criterion,
        controls: criterion.controls.map((control) => ({ ...control, where })),
      })),
      exceptions: REPORT.exceptions.map((exception) => ({ ...exception, where })),
    };
    const longest = Math.max(...parse(render(report)).flatMap((row) => Object.values(row).map((cell) => cell.length)));
    expect(longest).toBeLessThanOrEqual(32_767);
  });

  test('has a header alone for an organization without anything to tell', () => {
    expect(parse(render({ ...REPORT, criteria: [], exceptions: [] }))).toEqual([]);
  });
});

describe('the compliance table', () => {
  const rows = parse(complianceCsv(REPORT));

  test('has one line for each criterion and control', () => {
    expect(rows.map((row) => [row['인증기준 / Criterion'], row['통제 / Control']])).toEqual(
      REPORT.criteria.flatMap(({ id, controls }) => controls.map(({ reference }) => [id, reference])),
    );
    expect(new Set(rows.map((row) => row['인증기준 / Criterion'])).size).toBe(101);
  });

  test('tells a control in both languages, with its verdicts apart', () => {
    const row = rows.find(
      (some) =>
        some['인증기준 / Criterion'] === '2.7.1' &&
        some['통제 / Control'] === 'S3_BUCKET_SSL_REQUESTS_ONLY' &&
        some['수단 / Mechanism'] === 'AWS Config 규칙 / AWS Config rule',
    );
    expect(row).toMatchObject({
      '분야 / Domain': '2.7 암호화 적용 / Encryption',
      '심사 대상 / In profile': '예 / Yes',
      '동작 / Behaviour': '탐지 / Detective',
      '통제 상태 / Control state': '미준수 / Failing',
      '템플릿 / Synth: 미준수 / non-compliant': '',
      'AWS Config / Live: 예외 / excepted': '1',
      '예외 / Exceptions': 'exclusion:S3_BUCKET_SSL_REQUESTS_ONLY',
    });
    expect(Number(row?.['AWS Config / Live: 미준수 / non-compliant'])).toBeGreaterThan(0);
  });

  test('has the manual part of every criterion in both languages, and who keeps its evidence', () => {
    const manual = rows.filter((row) => row['통제 상태 / Control state'] === '수동 / Manual');
    expect(manual.map((row) => row['사람이 하는 일 (한국어)'])).toEqual(
      REPORT.criteria.map((criterion) => criterion.manual.task.ko),
    );
    expect(manual.map((row) => row['Manual part (English)'])).not.toContain('');
    expect(rows.map((row) => row['증적 담당 / Evidence owner'])).not.toContain('');
  });

  test('says why a control is off', () => {
    const off = rows.filter((row) => row['Why it is off (English)'] !== '');
    expect(off.length).toBeGreaterThan(0);
    for (const row of off) {
      expect(row['통제 상태 / Control state']).toBe('꺼짐 / Off');
      expect(row['꺼진 이유 (한국어)']).toMatch(/[가-힣]/);
    }
  });

  test('has no id that a spreadsheet would make a number: 2.10 is not 2.1', () => {
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^\d+\.\d+$/.test(cell))).toEqual([]);
  });
});

describe('the control inventory', () => {
  const rows = parse(controlInventoryCsv(REPORT));
  const trail = rows.find((row) => row['통제 / Control'] === 'CLOUD_TRAIL_ENABLED');

  test('has each control once, with its criteria by who says so', () => {
    const controls = REPORT.criteria.flatMap((criterion) => criterion.controls);
    expect(rows).toHaveLength(new Set(controls.map(({ mechanism, reference }) => `${mechanism}/${reference}`)).size);
    const said = REPORT.criteria.filter(({ controls: some }) =>
      some.some(({ reference, source }) => reference === 'CLOUD_TRAIL_ENABLED' && source === 'aws-docs'),
    );
    expect(trail?.['인증기준 / Criteria: AWS 문서 / AWS docs']).toBe(said.map(({ id }) => id).join('; '));
  });

  test('lists every place', () => {
    expect(trail?.['적용 위치 / Where']?.split('; ')).toHaveLength(12);
    expect(trail?.['적용 위치 수 / Places']).toBe('12');
  });

  test('counts the places that a cell cannot hold', () => {
    const where = Array.from({ length: 4_000 }, (_, index) => `account-${index}`);
    const report: ComplianceReport = {
      ...REPORT,
      criteria: REPORT.criteria.slice(0, 1).map((criterion) => ({
        ...criterion,
        controls: criterion.controls.map((control) => ({ ...control, where })),
      })),
    };
    const [cell = ''] = parse(controlInventoryCsv(report)).map((row) => row['적용 위치 / Where']);
    const [listed = '', more] = cell.split(' … +');
    expect(listed.split('; ').length + Number(more)).toBe(4_000);
  });

  test('has the same controls when all are off', () => {
    expect(parse(controlInventoryCsv(emptyReport())).map((row) => row['통제 / Control'])).toEqual(
      rows.map((row) => row['통제 / Control']),
    );
  });
});

test('the register names reason, approver and last day of each exception', () => {
  expect(parse(exceptionCsv(REPORT))[1]).toEqual({
    '예외 / Exception': 'exclusion:S3_BUCKET_SSL_REQUESTS_ONLY',
    '종류 / Kind': '규칙 적용 제외 / Excluded resource',
    '대상 / Subject': 'S3_BUCKET_SSL_REQUESTS_ONLY',
    '인증기준 / Criteria': '2.7.1; 2.10.5',
    '위치 / Where': 'arn:aws:s3:::example-legacy-exports',
    '사유 / Reason': 'Partner exports are moved to SFTP until the end of the quarter',
    '승인자 / Approver': 'security@example.com',
    '만료일 / Expires': '2027-03-31',
  });
});
