import { checkIntents } from '../../../lib/network/check-intents';
import { graphFromTemplates } from '../../../lib/network/graph-from-templates';
import { reachability } from '../../../lib/network/reachability';
import { generatedFacts, generateNetwork, networkTemplates } from '../../support/generate-network';
import { modelOf } from './network-rows';

test('1,000 VPCs in 12 segments are read, judged and checked within 5 seconds', () => {
  const plan = generateNetwork(1000, 12);
  const [templates, model] = [networkTemplates(plan), modelOf(plan)];
  const source = { file: 'network.yaml', path: ['intents', 0] };
  const intents = [
    { name: 'apart', from: 'workload-0', to: 'workload-7', expect: 'deny' as const, source },
    { name: 'inspected', from: 'workload-0', to: 'workload-1', expect: 'via' as const, via: 'firewall', source },
    { name: 'out', from: 'workload-3', to: 'internet', expect: 'via' as const, via: 'firewall', source },
  ];
  const start = process.cpuUsage();
  const matrix = reachability(graphFromTemplates(templates, generatedFacts(plan)));
  const open = matrix.endpoints.flatMap((from) =>
    matrix.endpoints.filter((to) => to !== from && matrix.verdict(from.name, to.name).verdict === 'allow'),
  );
  const problems = checkIntents(matrix, intents, model);
  const { user, system } = process.cpuUsage(start);

  expect(matrix.endpoints).toHaveLength(1002);
  // Neighbours and the shared segment, both ways; within the shared one; the office both ways; the internet; the egress VPC.
  expect(open).toHaveLength(14 * 111 ** 2 + 16 * 111 ** 2 + 111 * 110 + 2 * 999 + 999 + 2);
  expect(problems).toEqual([]);
  // Of the processor: the clock on the wall also counts what else the machine does.
  expect((user + system) / 1e6).toBeLessThan(5);
});
