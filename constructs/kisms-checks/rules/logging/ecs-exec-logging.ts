import type { CfnCluster } from 'aws-cdk-lib/aws-ecs';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, unless } from '../answer';

/**
 * Sessions that people open in containers are logged.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
export const ecsExecLogging: KismsRule = {
  id: 'ECSExecLogging',
  criteria: ['2.6.6', '2.9.4'],
  title: {
    en: 'Commands that people run in containers are not logged',
    ko: '컨테이너에서 실행한 원격 명령이 기록되지 않습니다',
  },
  why: {
    en: 'ECS Exec is remote access to a production system: who did what in it must be recorded.',
    ko: 'ECS Exec은 운영 시스템에 대한 원격접근이므로 수행한 작업을 기록해야 합니다.',
  },
  fix: {
    en: 'Set Logging of the ExecuteCommandConfiguration to OVERRIDE with a log group or bucket, not to NONE.',
    ko: 'ExecuteCommandConfiguration의 Logging을 NONE 대신 OVERRIDE로 설정하고 로그 그룹이나 버킷을 지정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::ECS::Cluster'],
  check: (node) =>
    unless(
      ask(resolved(node, (node as CfnCluster).configuration), (configuration) =>
        ask(resolved(node, configuration?.executeCommandConfiguration), (exec) =>
          ask(resolved(node, exec?.logging), (logging) => logging === 'NONE'),
        ),
      ),
    ),
};
