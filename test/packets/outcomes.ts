import type { ReachabilityMatrix } from '../../lib/network/reachability-matrix';
import type { LabPlan } from './lab-plan';
import type { Packets } from './send-packets';

/** `no`, or `yes` with the firewalls and VPCs between, of every two endpoints. */
export type Outcomes = Readonly<Record<string, string>>;

/** What a matrix says; of two endpoints between which packets flow but connections break it is `no`. */
export function computedOutcomes({ endpoints, verdict }: ReachabilityMatrix): Outcomes {
  const pairs = endpoints.flatMap(({ name: from }) =>
    endpoints
      .filter(({ name }) => name !== from)
      .map(({ name: to }) => {
        const reach = verdict(from, to);
        return [pairOf({ from, to }), reach.verdict === 'allow' ? outcome(reach.via, reach.via) : 'no'] as const;
      }),
  );
  return Object.fromEntries(pairs);
}

/** What packets did: one address of each endpoint has to connect; what every connection passes is between the two. */
export function observedOutcomes({ probes }: LabPlan, { answers, forwarded }: Packets): Outcomes {
  const routers = Object.entries(forwarded).map(([name, flows]) => ({ name, flows: new Set(flows.map(String)) }));
  const passed = (flows: readonly string[]): string[] =>
    routers.filter((router) => flows.every((flow) => router.flows.has(flow))).map(({ name }) => name);
  return Object.fromEntries(
    [...new Set(probes.map(pairOf))].map((pair) => {
      const connections = answers.filter((answer) => pairOf(answer) === pair);
      if (connections.length === 0) return [pair, 'no'];
      const there = connections.map(({ source, target }) => `${source},${target}`);
      const back = connections.map(({ source, target }) => `${target},${source}`);
      return [pair, outcome(passed(there), passed(back))];
    }),
  );
}

/** The pairs for which two outcomes differ, with what they become. */
export function changedOutcomes(before: Outcomes, after: Outcomes): Outcomes {
  return Object.fromEntries(Object.entries(after).filter(([pair, value]) => before[pair] !== value));
}

function pairOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from} -> ${to}`;
}

function outcome(there: readonly string[], back: readonly string[]): string {
  const [one, other] = [there, back].map((names) => ['yes', ...[...names].sort()].join(' '));
  return one === other ? String(one) : `${one}, back ${other}`;
}
