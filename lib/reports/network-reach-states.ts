import type { LocalizedText } from '../../constructs';

/** How one endpoint reaches another, in the words of the reports. */
export const REACH_STATES = {
  allow: { ko: '허용', en: 'allow' },
  inspected: { ko: '방화벽 경유', en: 'via firewall' },
  asymmetric: { ko: '비대칭', en: 'asymmetric' },
  'one-way': { ko: '한 방향', en: 'one way' },
  deny: { ko: '차단', en: 'deny' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** One of {@link REACH_STATES}. */
export type ReachState = keyof typeof REACH_STATES;

/** What each of {@link REACH_STATES} means. */
export const REACH_MEANINGS: Readonly<Record<ReachState, LocalizedText>> = {
  allow: { ko: '패킷과 응답이 도착합니다', en: 'packets and replies arrive' },
  inspected: { ko: '방화벽을 거쳐 도착합니다', en: 'the same, through a firewall' },
  asymmetric: {
    ko: '상태를 기억하는 장비가 한쪽 방향만 보거나 일부 가용 영역에서만 도달하여 연결이 끊깁니다',
    en: 'they pass a stateful device in one direction only, or not between all zones, so that connections break',
  },
  'one-way': {
    ko: '패킷은 도착하고 응답은 돌아오지 않습니다. 연결되지는 않지만 응답이 필요 없는 트래픽은 들어갑니다',
    en: 'packets arrive, replies do not: no connection comes about, but what needs no reply gets in',
  },
  deny: { ko: '패킷이 도착하지 않습니다', en: 'packets do not arrive' },
};

/** The states in the order of the reports. */
export const REACH_ORDER = Object.keys(REACH_STATES) as readonly ReachState[];
