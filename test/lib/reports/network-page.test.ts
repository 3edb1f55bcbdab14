import { createHash } from 'node:crypto';
import { intentResults, networkPage } from '../../../lib/reports/network-page';
import { reachabilityReport } from '../../../lib/reports/network-reach';
import {
  attachment,
  GRAPH,
  grownGraph,
  INTENTS,
  matrixOf,
  NETWORK,
  pageOf,
  propagated,
  SAME_SEGMENT,
  vpc,
} from './network.fixtures';

const PAGE = pageOf(NETWORK);
const textOf = (markup: string): string => markup.replace(/<[^>]+>/g, ' ');
const section = (id: string, page = PAGE): string => page.split(`<section id="${id}"`)[1]?.split('</section>')[0] ?? '';

test('is the same at every call and loads nothing', () => {
  expect(pageOf(NETWORK)).toBe(PAGE);
  expect(PAGE).not.toMatch(/(src|href)="(?!#|data:,)/);
});

test('allows its own script and style, and nothing else', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(PAGE)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  for (const element of ['script', 'style']) {
    const content = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(PAGE)?.[1] ?? '';
    expect(policy).toContain(`sha256-${createHash('sha256').update(content).digest('base64')}`);
  }
  expect(PAGE).not.toContain(' style=');
});

test.each(['<img src=x onerror=alert(1)>', '" onmouseover="alert(1)', "'><script>alert(1)</script>"])(
  '%s stays text wherever a config can put it',
  (text) => {
    const graph = {
      vpcs: [vpc(text, text)],
      attachments: [attachment(text, text, [text]), attachment(text, text, [text], 'firewall')],
      routeTables: [{ name: text, routes: [propagated(text, text), { cidr: text, kind: 'static' as const }] }],
    };
    const matrix = matrixOf(graph, () => ({ verdict: 'deny', via: [text], reason: { en: text, ko: text } }));
    const planted = networkPage({
      organizationId: text,
      graph,
      reachability: reachabilityReport({ graph, matrix }),
      intents: INTENTS.map(({ intent }) => ({
        intent: { ...intent, name: text, from: text, to: text, via: text },
        problems: [{ severity: 'error' as const, message: { en: text, ko: text } }],
      })),
    });
    expect(planted.includes(text)).toBe(false);
    expect(planted.match(/<script/g)).toHaveLength(1);
  },
);

test('tells of every intent whether it holds, and why not', () => {
  const [, first = '', second = ''] = section('intents').split(/<tr><th scope="row">/);
  expect(textOf(first)).toMatch(/production never reaches development.*✓.*holds/s);
  expect(textOf(second)).toMatch(
    /production leaves through inspection.*via\s+firewall\s+TCP 443.*✗.*broken.*shop-prod to internet/s,
  );
  expect(PAGE).toMatch(/Intents<\/span><\/dt><dd><b>2<\/b>.*1 broken/s);
});

test('intentResults joins the problems of an intent by its place', () => {
  const [one, two] = INTENTS.map(({ intent }) => intent);
  if (!one || !two) throw new Error('there are two');
  const problem = {
    severity: 'error' as const,
    file: 'network.yaml',
    path: ['intents', 1],
    message: { en: 'x', ko: 'y' },
  };
  const elsewhere = { ...problem, path: ['segments', 1] };
  expect(intentResults([one, two], [problem, elsewhere]).map(({ problems }) => problems)).toEqual([[], [problem]]);
});

test('a warning does not break an intent', () => {
  const page = networkPage({
    organizationId: 'o-exampleorgid',
    graph: GRAPH,
    reachability: reachabilityReport(NETWORK),
    intents: INTENTS.slice(0, 1).map(({ intent }) => ({
      intent,
      problems: [{ severity: 'warning', message: { en: 'no VPC yet', ko: '아직 VPC가 없습니다' } }],
    })),
  });
  expect(textOf(section('intents', page))).toMatch(/holds.*no VPC yet/s);
});

test('says so when no intent is declared and nothing is dropped', () => {
  const graph = grownGraph(3, 1);
  const page = networkPage({
    organizationId: 'o-exampleorgid',
    graph,
    reachability: reachabilityReport({ graph, matrix: matrixOf(graph, SAME_SEGMENT) }),
    intents: [],
  });
  expect(page).toContain('The configuration declares no intent.');
  expect(page).toContain('There is no blackhole route.');
});

test('lists the blackholes of each segment', () => {
  const [, prod = '', nonprod = ''] = section('topology').split(/<tr><th scope="row">/);
  expect(textOf(prod)).toMatch(/prod\s+10\.32\.0\.0\/14\s+10\.0\.0\.0\/8/);
  expect(textOf(nonprod)).toMatch(/nonprod\s+10\.16\.0\.0\/14/);
});

test('the route table of a segment tells target and kind of each route', () => {
  const prod = section('routes').split('<h3')[1] ?? '';
  const rows = [...prod.matchAll(/<tr>(<td.*?)<\/tr>/g)].map(([, cells = '']) =>
    textOf(cells).replace(/\s+/g, ' ').trim(),
  );
  expect(rows).toContain('10.0.4.0/22 shared-services 전파 propagated');
  expect(rows).toContain('0.0.0.0/0 firewall 정적 static');
  expect(rows).toContain('10.32.0.0/14 – 블랙홀 blackhole');
});

test.each([
  [39, 'VPCs, sites and the internet', 40],
  [40, 'By segment; numbers count pairs of endpoints', 7],
])('the matrix of %i VPCs and the internet is "%s"', (count, caption, columns) => {
  const graph = grownGraph(count, 6);
  const page = pageOf({ graph, matrix: matrixOf(graph, SAME_SEGMENT) });
  const matrix = section('matrix', page);
  expect(matrix).toContain(caption);
  expect(matrix.match(/<th scope="col">/g)).toHaveLength(columns + 1);
  expect(matrix.match(/<th scope="row">/g)).toHaveLength(columns);
});

test('replies that are lost have a sign and words of their own, and are explained', () => {
  const matrix = matrixOf(GRAPH, (from) =>
    from.kind === 'site'
      ? { verdict: 'one-way', reason: { en: 'the reply is lost', ko: '응답이 사라집니다' } }
      : undefined,
  );
  const page = pageOf({ graph: GRAPH, matrix });
  const [legend = '', ...rows] = section('matrix', page).split('<tr>');
  expect(textOf(legend)).toMatch(/→\s+한 방향\s+one way\s*:\s+패킷은 도착하고.*packets arrive, replies do not/);
  const office = rows.find((row) => textOf(row).trim().startsWith('seoul-office')) ?? '';
  expect(office.match(/class="state-one-way"/g)).toHaveLength(GRAPH.vpcs.length + 1);
  expect(office).toContain('응답이 사라집니다\nthe reply is lost');
  expect(page).toContain('0 asymmetric, 6 one way');
});

test('a cell of several states tells the number of each', () => {
  const graph = grownGraph(44, 4);
  const matrix = matrixOf(graph, (from, to) =>
    from.name.startsWith('service-0-') ? SAME_SEGMENT(from, to) : undefined,
  );
  expect(section('matrix', pageOf({ graph, matrix }))).toContain('allow 10, deny 100');
});

test('stays below 1 MB for 1,000 VPCs in 12 segments', () => {
  const graph = grownGraph(1000, 12);
  expect(pageOf({ graph, matrix: matrixOf(graph, SAME_SEGMENT) }).length).toBeLessThan(1_000_000);
});
