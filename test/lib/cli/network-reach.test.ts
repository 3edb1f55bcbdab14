import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { LoadedOrganization } from '../../../lib/load-config';
import type { OrganizationNetwork } from '../../../lib/network/organization-network';
import { runCli } from '../../support/run-cli';
import { ALLOW, GRAPH, matrixOf, NETWORK, SAMPLE_RULE } from '../reports/network.fixtures';

const networks = new Map<string, OrganizationNetwork>();
jest.mock('../../../lib/network/organization-network', () => ({
  organizationNetwork: ({ directory }: LoadedOrganization) => networks.get(basename(directory)),
}));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reach-'));
  for (const version of ['base', 'now']) cpSync('config', join(folder, version), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  networks.set('base', NETWORK);
  networks.set('now', NETWORK);
});

const reach = (...argv: string[]) => runCli('network', 'reach', ...argv, '--config', join(folder, 'now'));

describe('network reach', () => {
  test.each([
    ['en', /prod +via firewall +deny +allow/],
    ['ko', /prod +방화벽 경유 +차단 +허용/],
  ])('prints in %s how each segment reaches each other', async (lang, row) => {
    const { code, out, err } = await reach('--lang', lang);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(row);
  });

  test('prints the whole report as JSON, CSV and Markdown', async () => {
    const { ok, complete, pairs, segments } = JSON.parse((await reach('--json')).out);
    expect({ ok, complete, pairs: pairs.length, segments: segments.length }).toEqual({
      ok: true,
      complete: true,
      pairs: 42,
      segments: 36,
    });
    expect((await reach('--format', 'csv')).out.trimEnd().split('\r\n')).toHaveLength(43);
    expect((await reach('--format', 'md')).out).toContain('| prod | via firewall | deny | allow |');
  });

  test.each([
    [
      ['--from', 'prod', '--to', 'internet'],
      ['payments-prod>internet', 'shop-prod>internet'],
    ],
    [
      ['--from', 'prod', '--to', 'prod'],
      ['payments-prod>shop-prod', 'shop-prod>payments-prod'],
    ],
    [
      ['--from', 'seoul-office', '--to', 'prod'],
      ['seoul-office>payments-prod', 'seoul-office>shop-prod'],
    ],
    [['--to', 'inspection'], []],
  ])('%j tells of the pairs of both sides', async (sides, wanted) => {
    const { pairs } = JSON.parse((await reach(...sides, '--json')).out);
    expect(pairs.map(({ from, to }: { from: string; to: string }) => `${from}>${to}`)).toEqual(wanted);
  });

  test('one side alone is told with everything on the other', async () => {
    const { out } = await reach('--from', 'shop-dev', '--lang', 'en');
    expect(out.trimEnd().split('\n')).toHaveLength(2 + 6);
    expect(out).toMatch(/shop-dev +shop-prod +deny +a blackhole drops it/);
    expect((await reach('--from', 'shop-dev', '--format', 'md')).out).toContain('| shop-dev | shop-prod | deny |  |');
    expect((await reach('--from', 'shop-dev', '--format', 'csv')).out.trimEnd().split('\r\n')).toHaveLength(7);
  });

  test('two endpoints are told hop by hop, both ways', async () => {
    const { out } = await reach('--from', 'shop-prod', '--to', 'internet', '--lang', 'en');
    const [there = '', back = ''] = out.split('\nBack\n');
    expect(there).toMatch(/^shop-prod → internet: via firewall\n/);
    expect(there).toMatch(
      /1 +subnet +shop-prod\/app +0\.0\.0\.0\/0\n2 +segment +prod +0\.0\.0\.0\/0 static\n3 +firewall/,
    );
    expect(back).toMatch(/1 +internet gateway +internet-egress/);
    expect(out).not.toContain('Reason');
  });

  test.each([
    ['en', /^shop-dev → shop-prod: one way\nReason: the reply is lost\n/],
    ['ko', /^shop-dev → shop-prod: 한 방향\n이유: 응답이 사라집니다\n/],
  ])('a pair that only sends is told in %s with how far its reply came', async (lang, start) => {
    const lost = { en: 'the reply is lost', ko: '응답이 사라집니다' };
    const returnPath = [{ kind: 'segment' as const, name: 'prod' }];
    const matrix = matrixOf(GRAPH, () => ({ verdict: 'one-way', via: ['firewall'], reason: lost, returnPath }));
    networks.set('now', { graph: GRAPH, matrix });
    const { out } = await reach('--from', 'shop-dev', '--to', 'shop-prod', '--lang', lang);
    expect(out).toMatch(start);
    expect(out).toMatch(/\n1 +\S+ +prod/);
    expect((await reach('--lang', 'en')).out).toMatch(/nonprod +one way +– +one way/);
    expect((await reach('--from', 'shop-dev', '--lang', 'en')).out).toMatch(/shop-dev +shop-prod +one way +firewall/);
  });

  test('a pair that gets through by different ways is told so', async () => {
    const zones = { en: 'the way differs between zones', ko: '가용 영역마다 길이 다릅니다' };
    networks.set('now', { graph: GRAPH, matrix: matrixOf(GRAPH, () => ({ ...ALLOW, reason: zones })) });
    const { out } = await reach('--from', 'shop-dev', '--to', 'shop-prod', '--lang', 'en');
    expect(out).toMatch(/^shop-dev → shop-prod: allow\nReason: the way differs between zones\n/);
  });

  test('a pair that does not get through is told with its reason and how far it came', async () => {
    const { out } = await reach('--from', 'shop-dev', '--to', 'shop-prod', '--lang', 'ko');
    expect(out).toMatch(/^shop-dev → shop-prod: 차단\n이유: 블랙홀이 버립니다\n/);
    expect(out).toMatch(/1 +세그먼트 +prod +10\.32\.0\.0\/14 blackhole/);
    expect(out).not.toContain('돌아오는 길');
  });

  test('the paths of two endpoints are in the JSON', async () => {
    const { pairs } = JSON.parse((await reach('--from', 'shop-prod', '--to', 'internet', '--json')).out);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ state: 'inspected', path: [{ kind: 'subnet' }, {}, {}, {}], returnPath: [{}] });
  });

  test('judges network ACLs by the port', async () => {
    const only = (port?: number) => (port === 443 ? ALLOW : { verdict: 'deny' as const });
    const { endpoints, reach: answer } = NETWORK.matrix;
    const byPort = (from: string, to: string, port?: number) => ({ ...answer(from, to), ...only(port) });
    networks.set('now', { graph: GRAPH, matrix: { endpoints, reach: byPort, verdict: byPort } });
    const sides = ['--from', 'shop-dev', '--to', 'shop-prod', '--lang', 'en'];
    expect((await reach(...sides, '--port', '443')).out).toContain('shop-dev → shop-prod: allow');
    expect((await reach(...sides, '--port', '22')).out).toContain('shop-dev → shop-prod: deny');
  });

  test.each([
    [['--from', 'prd'], '--from: the config has no "prd" — did you mean "prod"?'],
    [['--to', 'seoul-ofice'], 'did you mean "seoul-office"?'],
    [['--from', 'shop-dev', '--to', 'shop-dev'], '--from and --to are both "shop-dev"'],
    [['--port', '0'], '--port must be a number from 1 to 65535, got "0"'],
    [['--port', '65536'], 'got "65536"'],
    [['--port', 'https'], 'got "https"'],
    [['--port', '443', '--diff', 'config'], '--port cannot be combined'],
    [['--format', 'xml'], '--format must be csv or md, got "xml"'],
    [['--format', 'md', '--json'], '--format cannot be combined'],
    [['--format', 'md', '--diff', 'config'], '--format cannot be combined'],
  ])('%j fails', async (argv, message) => {
    const { code, out, err } = await reach(...argv, ...(argv.includes('--json') ? [] : ['--lang', 'en']));
    expect(code).toBe(1);
    expect(out + err).toContain(message);
  });

  test('says so when the config has no network', async () => {
    networks.delete('now');
    const { code, err } = await reach('--lang', 'en');
    expect(code).toBe(1);
    expect(err).toContain('has no network.yaml');
  });
});

describe('network reach --diff', () => {
  const diff = (...argv: string[]) => reach('--diff', join(folder, 'base'), ...argv, '--lang', 'en');
  const opened = matrixOf(GRAPH, (from, to) =>
    from.segment === 'nonprod' && to.segment === 'prod' ? ALLOW : SAMPLE_RULE(from, to),
  );

  test('is silent about a version in which the same reaches the same', async () => {
    expect(await diff()).toMatchObject({ code: 0, err: '' });
  });

  test('tells what is gained, once for a whole segment, and exits with 2', async () => {
    networks.set('now', { graph: GRAPH, matrix: opened });
    const { code, out } = await diff();
    expect(code).toBe(2);
    expect(out).toContain('Gained: 2. Lost: 0. Changed: 0.');
    expect(out).toMatch(
      /### Gained\n[^#]*\| (shop-dev|nonprod) \| prod \| 2 \| deny \| allow \| a blackhole drops it \|/,
    );
    expect(out).not.toContain('### Lost');
  });

  test('tells what is lost and what takes another way', async () => {
    const direct = matrixOf(GRAPH, (from, to) => {
      if (from.segment === 'prod' && to.kind === 'internet') return { ...ALLOW, via: ['internet-egress'] };
      return from.kind === 'site' ? undefined : SAMPLE_RULE(from, to);
    });
    networks.set('now', { graph: GRAPH, matrix: direct });
    const { out } = await diff('--lang', 'en');
    expect(out).toMatch(/### Lost\n[^#]*\| seoul-office \| shop-prod \| 1 \| asymmetric via firewall \| deny \|/);
    expect(out).toMatch(
      /### Changed\n[^#]*\| prod \| internet \| 2 \| allow via firewall, internet-egress \| allow via internet-egress \|/,
    );
  });

  test.each([
    [['--from', 'shop-dev'], 2],
    [['--from', 'nonprod', '--to', 'prod'], 2],
    [['--from', 'prod'], 0],
    [['--from', 'seoul-office'], 0],
  ])('%j compares only what is meant: %i', async (sides, exit) => {
    networks.set('now', { graph: GRAPH, matrix: opened });
    const { code, out } = await diff(...sides, '--json');
    expect(code).toBe(exit);
    expect(JSON.parse(out)).toMatchObject({ ok: true, lost: [], changed: [] });
  });

  test.each([
    ['base', 'Lost: 0.'],
    ['now', 'Gained: 0.'],
  ])('a version without a network connects nothing (%s)', async (version, words) => {
    networks.delete(version);
    const { code, out } = await diff();
    expect(code).toBe(2);
    expect(out).toContain(words);
  });

  test('speaks Korean', async () => {
    networks.set('now', { graph: GRAPH, matrix: opened });
    const { out } = await reach('--diff', join(folder, 'base'), '--lang', 'ko');
    expect(out).toContain('새로 도달 2쌍');
    expect(out).toContain('| 차단 | 허용 |');
  });
});
