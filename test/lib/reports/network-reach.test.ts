import Ajv from 'ajv';
import {
  reachabilityCsv,
  reachabilityMarkdown,
  reachabilityReport,
  reachabilitySchema,
  reachRows,
  segmentWords,
} from '../../../lib/reports/network-reach';
import { reportSchemas } from '../../../lib/reports/report-schemas';
import { attachment, GRAPH, grownGraph, matrixOf, NETWORK, SAME_SEGMENT, vpc } from './network.fixtures';

const REPORT = reachabilityReport(NETWORK);
const cell = (from: string, to: string) => REPORT.segments.find((one) => one.from === from && one.to === to);
const pair = (from: string, to: string) => REPORT.pairs.find((one) => one.from === from && one.to === to);

describe('reachabilityReport', () => {
  test('tells of every ordered pair of a small network', () => {
    expect(REPORT.complete).toBe(true);
    expect(REPORT.pairs).toHaveLength(7 * 6);
    expect(REPORT.pairs.filter(({ from, to }) => from === to)).toEqual([]);
  });

  test.each([
    ['shop-prod', 'shared-services', 'allow', []],
    ['shop-prod', 'payments-prod', 'inspected', ['firewall']],
    ['shop-prod', 'internet', 'inspected', ['firewall', 'internet-egress']],
    ['seoul-office', 'shop-prod', 'asymmetric', ['firewall']],
    ['shop-dev', 'shop-prod', 'deny', []],
  ])('from %s to %s: %s via %j', (from, to, state, via) => {
    expect(pair(from, to)).toMatchObject({ state, via });
  });

  test('what does not get through has a reason in both languages, what does has none', () => {
    expect(pair('shop-dev', 'shop-prod')?.reason).toEqual({ en: 'a blackhole drops it', ko: '블랙홀이 버립니다' });
    expect(pair('shop-prod', 'internet')).not.toHaveProperty('reason');
  });

  test('a VPC that traffic passes is not taken for a firewall', () => {
    const matrix = matrixOf(GRAPH, () => ({ verdict: 'allow', via: ['internet-egress'] }));
    const states = reachabilityReport({ graph: GRAPH, matrix }).pairs.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['allow']));
  });

  test('counts the pairs of two segments, each direction by itself', () => {
    expect(cell('prod', 'prod')?.pairs).toEqual({ allow: 0, inspected: 2, asymmetric: 0, deny: 0 });
    expect(cell('onprem', 'prod')?.pairs).toEqual({ allow: 0, inspected: 0, asymmetric: 1, deny: 1 });
    expect(cell('prod', 'onprem')?.pairs).toEqual({ allow: 0, inspected: 0, asymmetric: 0, deny: 2 });
  });

  test('segments come in the order of the route tables, then what has none, then the internet', () => {
    const graph = { ...GRAPH, attachments: [...GRAPH.attachments, attachment('lost', undefined, [], 'site')] };
    const { segments } = reachabilityReport({ graph, matrix: matrixOf(graph, () => undefined) });
    expect(segments.slice(0, 7).map(({ to }) => to)).toEqual([
      'prod',
      'nonprod',
      'shared',
      'onprem',
      'egress',
      '-',
      'internet',
    ]);
  });

  test('asks for the port that is asked for', () => {
    const ports = new Set<number | undefined>();
    const { endpoints, reach } = NETWORK.matrix;
    const verdict = (from: string, to: string, port?: number) => {
      ports.add(port);
      return reach(from, to);
    };
    reachabilityReport({ graph: GRAPH, matrix: { endpoints, reach, verdict } }, 443);
    expect([...ports]).toEqual([443]);
  });

  test.each([
    [59, true],
    [60, false],
  ])('%i VPCs and the internet: every pair is listed is %s', (count, complete) => {
    const graph = grownGraph(count, 6);
    const report = reachabilityReport({ graph, matrix: matrixOf(graph, SAME_SEGMENT) });
    const denied = report.pairs.filter(({ state }) => state === 'deny').length;
    expect(report.complete).toBe(complete);
    expect(denied > 0).toBe(complete);
    expect(report.pairs.some(({ state }) => state === 'allow')).toBe(true);
    expect(report.segments.reduce((sum, { pairs }) => sum + pairs.deny, 0)).toBeGreaterThan(0);
  });

  test.each([
    ['small', NETWORK],
    [
      'large',
      (() => {
        const graph = grownGraph(70, 3);
        return { graph, matrix: matrixOf(graph, SAME_SEGMENT) };
      })(),
    ],
  ])('a %s network is as its schema says', (_, network) => {
    const report = reachabilityReport(network);
    expect(reachabilitySchema.parse(report)).toEqual(report);
    const validate = new Ajv().compile(reportSchemas().get('reachability.schema.json') as object);
    expect({ valid: validate(JSON.parse(JSON.stringify(report))), errors: validate.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });
});

test('reachRows tells of the pairs of two sides and of nothing with itself', () => {
  const [prod, all] = [NETWORK.matrix.endpoints.filter(({ segment }) => segment === 'prod'), NETWORK.matrix.endpoints];
  const rows = reachRows(NETWORK, prod, all);
  expect(rows).toHaveLength(2 * 6);
  expect(rows.every(({ from, to }) => from.endsWith('-prod') && from !== to)).toBe(true);
});

describe('segmentWords', () => {
  const words = (allow: number, deny: number) =>
    segmentWords({ from: 'a', to: 'b', pairs: { allow, inspected: 0, asymmetric: 0, deny } });
  test.each([
    [4, 0, 'allow', '허용'],
    [0, 1, 'deny', '차단'],
    [1, 3, 'allow 1, deny 3', '허용 1, 차단 3'],
    [0, 0, '–', '–'],
  ])('%i allowed and %i denied are %s', (allow, deny, en, ko) => {
    expect(words(allow, deny)).toEqual({ en, ko });
  });
});

describe('reachabilityCsv', () => {
  test('has a line for each pair with both segments', () => {
    const lines = reachabilityCsv(REPORT.pairs, REPORT.endpoints).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 7 * 6);
    expect(lines).toContain('shop-prod,prod,internet,internet,inspected,firewall internet-egress,');
    expect(lines).toContain('shop-dev,nonprod,shop-prod,prod,deny,,a blackhole drops it');
  });

  test('says last that the pairs it leaves out are denied', () => {
    const lines = reachabilityCsv([], [], false).trimEnd().split('\r\n');
    expect(lines[1]).toBe('*,*,*,*,deny,,every pair that is not listed above');
  });
});

test.each([
  ['en', '# Reachability', '| prod | via firewall | deny | allow | deny | deny | via firewall |'],
  ['ko', '# 도달 가능성', '| prod | 방화벽 경유 | 차단 | 허용 | 차단 | 차단 | 방화벽 경유 |'],
] as const)('reachabilityMarkdown in %s is a table of the segments', (language, title, row) => {
  const text = reachabilityMarkdown(REPORT, language);
  expect(text).toContain(title);
  expect(text).toContain(row);
  expect(text).toContain('7');
});

test('a network of one VPC has nothing to tell of itself', () => {
  const graph = { vpcs: [vpc('only', '10.0.0.0/20')], attachments: [], routeTables: [] };
  const { pairs, segments } = reachabilityReport({ graph, matrix: matrixOf(graph, () => undefined) });
  expect(pairs.map(({ from, to }) => `${from}>${to}`)).toEqual(['only>internet', 'internet>only']);
  expect(segments.map(({ from, to }) => `${from}>${to}`)).toEqual([
    '->-',
    '->internet',
    'internet>-',
    'internet>internet',
  ]);
});
