import Ajv from 'ajv';
import {
  reachabilityCsv,
  reachabilityMarkdown,
  reachabilityReport,
  reachabilitySchema,
  segmentWords,
} from '../../../lib/reports/network-reach';
import { MOST_EXCEPTIONS, type ReachRow, reachRows } from '../../../lib/reports/network-reach-pairs';
import { reportSchemas } from '../../../lib/reports/report-schemas';
import {
  ALLOW,
  attachment,
  GRAPH,
  grownGraph,
  matrixOf,
  NETWORK,
  type Rule,
  SAME_SEGMENT,
  vpc,
} from './network.fixtures';

const REPORT = reachabilityReport(NETWORK);
const cell = (from: string, to: string) => REPORT.segments.find((one) => one.from === from && one.to === to);
const pair = (from: string, to: string) => REPORT.pairs.find((one) => one.from === from && one.to === to);

/** Replies to the office are lost. */
const ONE_WAY = reachabilityReport({
  graph: GRAPH,
  matrix: matrixOf(GRAPH, (from) =>
    from.kind === 'site'
      ? { verdict: 'one-way', via: ['firewall'], reason: { en: 'the reply is lost', ko: '응답이 사라집니다' } }
      : undefined,
  ),
});
/** The report of a network in which each segment is whole within itself. */
const grown = (vpcs: number, segments: number, rule: Rule = SAME_SEGMENT) => {
  const graph = grownGraph(vpcs, segments);
  return reachabilityReport({ graph, matrix: matrixOf(graph, rule) });
};
/** `service-0…` and the like reach nobody. */
const except =
  (names: RegExp): Rule =>
  (from, to) =>
    names.test(from.name) ? undefined : SAME_SEGMENT(from, to);

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
    expect(cell('prod', 'prod')?.pairs).toEqual({ allow: 0, inspected: 2, asymmetric: 0, 'one-way': 0, deny: 0 });
    expect(cell('onprem', 'prod')?.pairs).toEqual({ allow: 0, inspected: 0, asymmetric: 1, 'one-way': 0, deny: 1 });
    expect(cell('prod', 'onprem')?.pairs).toEqual({ allow: 0, inspected: 0, asymmetric: 0, 'one-way': 0, deny: 2 });
  });

  test('a pair whose replies are lost is a state of its own, through a firewall or not', () => {
    expect(ONE_WAY.pairs.find(({ from, to }) => from === 'seoul-office' && to === 'shop-dev')).toEqual({
      from: 'seoul-office',
      to: 'shop-dev',
      state: 'one-way',
      via: ['firewall'],
      reason: { en: 'the reply is lost', ko: '응답이 사라집니다' },
    });
    expect(ONE_WAY.segments.find(({ from, to }) => from === 'onprem' && to === 'prod')?.pairs).toEqual({
      allow: 0,
      inspected: 0,
      asymmetric: 0,
      'one-way': 2,
      deny: 0,
    });
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
    ['small', REPORT],
    ['one-way', ONE_WAY],
    ['large', grown(70, 3)],
    ['very large', grown(310, 3, except(/^service-7-/))],
  ])('a %s network is as its schema says', (_, report) => {
    expect(reachabilitySchema.parse(report)).toEqual(report);
    const validate = new Ajv().compile(reportSchemas().get('reachability.schema.json') as object);
    expect({ valid: validate(JSON.parse(JSON.stringify(report))), errors: validate.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });
});

describe('of more than 300 endpoints', () => {
  const single = ({ pairs }: { pairs: readonly ReachRow[] }) => pairs.filter((row) => row.pairs === undefined);

  test.each([
    [299, false],
    [300, true],
  ])('%i VPCs and the internet are summed up by segments: %s', (count, summed) => {
    const report = grown(count, 3);
    expect(report.pairs.some((row) => row.pairs !== undefined)).toBe(summed);
    expect(report.note?.en.startsWith('More than 300 endpoints: ') ?? false).toBe(summed);
    expect(report.complete).toBe(false);
  });

  test('a row stands for the pairs of two segments that behave alike; the others have rows of their own', () => {
    const report = grown(302, 2, except(/^service-7-/));
    expect(report.pairs.filter(({ from }) => from === 'segment-1')).toEqual([
      { from: 'segment-1', to: 'segment-0', pairs: 151 * 151, state: 'deny', via: [] },
      { from: 'segment-1', to: 'segment-1', pairs: 150 * 150, state: 'allow', via: [] },
      { from: 'segment-1', to: 'internet', pairs: 151, state: 'deny', via: [] },
    ]);
    expect(single(report)).toHaveLength(150);
    expect(single(report)[0]).toEqual({
      from: 'service-7-prod-application',
      to: 'service-1-prod-application',
      state: 'deny',
      via: [],
      reason: { en: 'a blackhole drops it', ko: '블랙홀이 버립니다' },
    });
  });

  test('other firewalls or VPCs on the way are a difference as well', () => {
    const report = grown(302, 1, ({ name }) => (/^service-7-/.test(name) ? { ...ALLOW, via: ['egress'] } : ALLOW));
    expect(single(report).filter(({ via }) => via.length > 0)).toHaveLength(302);
  });

  test('two endpoints that are alone in their segments have a row of their own', () => {
    const graph = { ...grownGraph(300, 1), routeTables: [] };
    const attachments = graph.attachments.map((one) =>
      one.name.startsWith('service-7-') ? { ...one, routeTable: 'x' } : one,
    );
    const alone = { ...graph, attachments };
    const report = reachabilityReport({ graph: alone, matrix: matrixOf(alone, SAME_SEGMENT) });
    expect(single(report).map(({ from, to }) => `${from}>${to}`)).toEqual([
      'service-7-prod-application>internet',
      'internet>service-7-prod-application',
    ]);
  });

  test('where too many pairs differ they are counted only', () => {
    const report = grown(310, 1, except(/^service-\d\d?-/));
    const rows = report.pairs.filter(({ from, to }) => from === 'segment-0' && to === 'segment-0');
    expect(100 * 309).toBeGreaterThan(MOST_EXCEPTIONS);
    expect(rows.map(({ state, pairs }) => [state, pairs])).toEqual([
      ['allow', 210 * 309],
      ['deny', 100 * 309],
    ]);
    expect(single(report)).toEqual([]);
  });

  test('the rows stand for every pair once', () => {
    const report = grown(310, 3, except(/^service-[1-4]-/));
    const counts = report.segments.flatMap(({ pairs }) => Object.values(pairs));
    const all = 311 * 310;
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all);
    expect(report.pairs.reduce((sum, { pairs = 1 }) => sum + pairs, 0)).toBe(all);
  });

  test('the CSV says by how many pairs a line is meant', () => {
    const { pairs, endpoints, complete } = grown(302, 2, except(/^service-7-/));
    const lines = reachabilityCsv(pairs, endpoints, complete).trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/,reason,pairs$/);
    expect(lines).toContain(
      '*,segment-1,*,segment-0,deny,,pairs of the two segments that have no line of their own,22801',
    );
    expect(lines).toContain(
      'service-7-prod-application,segment-1,service-1-prod-application,segment-1,deny,,a blackhole drops it,1',
    );
    expect(lines.filter((line) => line.startsWith('*,*'))).toEqual([]);
  });

  test('1,000 VPCs are below 5 MB of JSON, however they differ', () => {
    for (const odd of [/^$/, /^service-\d-/, /[13579]-prod/]) {
      expect(JSON.stringify(grown(1000, 12, except(odd)), null, 2).length).toBeLessThan(5_000_000);
    }
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
    segmentWords({ from: 'a', to: 'b', pairs: { allow, inspected: 0, asymmetric: 0, 'one-way': 0, deny } });
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

test.each([
  ['en', ['one way: packets arrive, replies do not: no connection', 'deny: packets do not']],
  ['ko', ['한 방향: 패킷은 도착하고 응답은 돌아오지 않습니다.', '차단: 패킷이']],
] as const)('reachabilityMarkdown in %s explains the states that there are', (language, meanings) => {
  const lines = reachabilityMarkdown(ONE_WAY, language).split('\n');
  expect(lines.filter((line) => line.startsWith('- '))).toEqual(
    meanings.map((meaning) => expect.stringContaining(`- ${meaning}`)),
  );
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
