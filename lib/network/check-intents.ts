import type { LocalizedText } from '../../constructs';
import type { ModelProblem } from '../model/model-problem';
import type { IntentRow, NetworkModel } from '../model/network-model';
import type { RowSource } from '../model/organization-model';
import { pathText } from './path-text';
import type { Endpoint, Reach, ReachabilityMatrix } from './reachability-matrix';

/** Two endpoints. */
type Pair = readonly [from: string, to: string];

/**
 * Compares what the network does with what the config says it is for.
 *
 * A broken intent is an error where it is written, with the path of the first pair that breaks it; what must not reach a
 * place must not reach it without a reply either. So is every pair of segments between which connections break because
 * something with state sees one direction only. A way without a return is none by itself: a NAT gateway needs one.
 *
 * @param matrix - what the synthesized network does
 * @param intents - what it is meant to do
 * @param model - segments, VPCs and sites by name, and where they are written
 */
export function checkIntents(
  matrix: ReachabilityMatrix,
  intents: readonly IntentRow[],
  model: NetworkModel,
): ModelProblem[] {
  const sideOf = sides(matrix, model);
  return [
    ...intents.flatMap((intent) => checkIntent(matrix, intent, sideOf(intent.from), sideOf(intent.to))),
    ...asymmetries(matrix, model),
  ];
}

/** The endpoints that a name stands for: those of a segment, or itself. */
function sides(matrix: ReachabilityMatrix, { vpcs, sites }: NetworkModel): (name: string) => readonly string[] {
  const endpoints = new Set(matrix.endpoints.map(({ name }) => name));
  return (name) => {
    if (endpoints.has(name)) return [name];
    // A site that is not attached yet is no endpoint; a VPC that is missing in the templates would be an error.
    const attached = sites.filter((site) => endpoints.has(site.name));
    return [...vpcs, ...attached].filter(({ segment }) => segment === name).map((member) => member.name);
  };
}

function checkIntent(
  matrix: ReachabilityMatrix,
  intent: IntentRow,
  from: readonly string[],
  to: readonly string[],
): ModelProblem[] {
  const pairs = from.flatMap((one) => to.filter((other) => other !== one).map((other): Pair => [one, other]));
  if (pairs.length === 0) return [problem('warning', intent.source, noPairs(intent, from, to))];
  const broken = pairs.filter(([one, other]) => !holds(intent, matrix.verdict(one, other, intent.port)));
  const [first] = broken;
  if (!first) return [];
  const reach = matrix.reach(...first, intent.port);
  return [problem('error', intent.source, brokenText(intent, reach, broken.length - 1))];
}

function holds({ expect, via }: IntentRow, reach: Pick<Reach, 'verdict' | 'via'>): boolean {
  if (expect === 'deny') return reach.verdict === 'deny';
  return reach.verdict === 'allow' && (expect === 'allow' || (via !== undefined && reach.via.includes(via)));
}

function noPairs({ name, from, to }: IntentRow, one: readonly string[], other: readonly string[]): LocalizedText {
  const empty = one.length === 0 ? from : other.length === 0 ? to : undefined;
  return empty === undefined
    ? {
        en: `intent ${JSON.stringify(name)} says nothing: ${from} and ${to} are one and the same endpoint`,
        ko: `의도 ${JSON.stringify(name)}은(는) 검사할 것이 없습니다. ${from}와(과) ${to}이(가) 같은 하나의 엔드포인트입니다`,
      }
    : {
        en: `intent ${JSON.stringify(name)} says nothing: ${empty} has no VPC and no attached site`,
        ko: `의도 ${JSON.stringify(name)}은(는) 검사할 것이 없습니다. ${empty}에 VPC도, 연결된 사업장도 없습니다`,
      };
}

const EXPECTED = {
  allow: (to: string) => ({ en: `should reach ${to}`, ko: '닿아야 합니다' }),
  deny: (to: string) => ({ en: `must not reach ${to}`, ko: '닿으면 안 됩니다' }),
  via: (to: string, via: string) => ({
    en: `should reach ${to} by ${via} only`,
    ko: `${via}을(를) 거쳐서만 닿아야 합니다`,
  }),
};

function brokenText({ name, expect, via = '' }: IntentRow, reach: Reach, others: number): LocalizedText {
  const { from, to, path } = reach;
  const should = EXPECTED[expect](to, via);
  const why = brokenReason(expect, reach);
  return withPath(path, others, {
    en: `intent ${JSON.stringify(name)} does not hold: ${from} ${should.en}, but ${why.en}`,
    ko: `의도 ${JSON.stringify(name)}이(가) 지켜지지 않습니다. ${from}에서 ${to}(으)로는 ${should.ko}. 그러나 ${why.ko}`,
  });
}

function brokenReason(expect: IntentRow['expect'], { verdict, via, reason }: Reach): LocalizedText {
  if (reason && expect === 'deny' && verdict === 'one-way') {
    return {
      en: `packets arrive, which is enough for what needs no reply; ${reason.en}`,
      ko: `패킷이 도착하므로 응답이 필요 없는 트래픽은 들어갑니다. ${reason.ko}`,
    };
  }
  if (reason && (expect === 'via' || verdict !== 'allow')) return reason;
  return {
    en: via.length === 0 ? 'it does, directly' : `it does, by ${via.join(', ')}`,
    ko: via.length === 0 ? '바로 닿습니다' : `${via.join(', ')}을(를) 거쳐 닿습니다`,
  };
}

/** The first pair of every two segments between which connections break, and the number of others. */
function asymmetries(matrix: ReachabilityMatrix, model: NetworkModel): ModelProblem[] {
  const found = new Map<string, { pair: Pair; source: RowSource; count: number }>();
  for (const from of matrix.endpoints)
    for (const to of matrix.endpoints) {
      if (from === to || matrix.verdict(from.name, to.name).verdict !== 'asymmetric') continue;
      const key = [groupOf(from), groupOf(to)].sort().join(' ');
      const known = found.get(key);
      if (known) known.count++;
      else found.set(key, { pair: [from.name, to.name], source: sourceOf(from, to, model), count: 0 });
    }
  return [...found.values()].map(({ pair, source, count }) => {
    const { from, to, path, returnPath, reason } = matrix.reach(...pair);
    const back = pathText(returnPath);
    const { en, ko } = reason ?? { en: '', ko: '' };
    return problem(
      'error',
      source,
      withPath(path, count, {
        en: `connections from ${from} to ${to} break: ${en}; the reply goes ${back || 'nowhere'}`,
        ko: `${from}에서 ${to}(으)로 가는 연결이 끊깁니다. ${ko}. 응답 경로: ${back || '없음'}`,
      }),
    );
  });
}

function groupOf({ segment, name }: Endpoint): string {
  return segment ?? name;
}

/** Where the segment of a VPC is written; that of the other side when one has none. */
function sourceOf(from: Endpoint, to: Endpoint, { segments, vpcs }: NetworkModel): RowSource {
  const segment = segments.find(({ name }) => name === (from.segment ?? to.segment));
  const row = segment ?? vpcs.find(({ name }) => name === from.name || name === to.name);
  if (!row) throw new Error(`neither ${JSON.stringify(from.name)} nor ${JSON.stringify(to.name)} is in the model`);
  return row.source;
}

function withPath(path: Reach['path'], others: number, { en, ko }: LocalizedText): LocalizedText {
  const more = others === 1 ? '; 1 more pair' : `; ${others} more pairs`;
  return {
    en: `${en}. Path: ${pathText(path)}${others > 0 ? more : ''}`,
    ko: `${ko}. 경로: ${pathText(path)}${others > 0 ? ` (이 밖에 ${others}쌍)` : ''}`,
  };
}

function problem(severity: ModelProblem['severity'], { file, path }: RowSource, message: LocalizedText): ModelProblem {
  return { severity, file, path, message };
}
