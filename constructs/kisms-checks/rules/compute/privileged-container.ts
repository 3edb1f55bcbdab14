import type { CfnTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { ask } from '../answer';
import { answerOf, type Finding, items } from '../data/findings';

/**
 * Containers run without the rights of root on their host.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-taskdefinition-containerdefinition.html
 */
export const privilegedContainer: KismsRule = {
  id: 'ECSPrivilegedContainer',
  criteria: ['2.6.2', '2.5.5'],
  title: {
    en: 'A container has the rights of root on its host',
    ko: '컨테이너가 호스트의 루트 권한을 가집니다',
  },
  why: {
    en: 'Who breaks into a privileged container has the host and every other container on it.',
    ko: '특권 컨테이너가 침해되면 호스트와 그 위의 모든 컨테이너가 침해됩니다.',
  },
  fix: {
    en: 'Remove Privileged; add the single Linux capability that the program needs instead.',
    ko: 'Privileged를 제거하고 필요한 Linux capability만 추가하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check: (node) =>
    answerOf(
      items(node, (node as CfnTaskDefinition).containerDefinitions).map((container): Finding => {
        if (container === UNKNOWN) return UNKNOWN;
        const isPrivileged = ask(resolved(node, container.privileged), (on) => on === true);
        if (isPrivileged === UNKNOWN) return UNKNOWN;
        return isPrivileged ? `Container::${container.name}` : undefined;
      }),
    ),
};
