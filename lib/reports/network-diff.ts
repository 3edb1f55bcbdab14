import type { ReachabilityDiff, ReachChange } from '../network/reachability-diff';
import type { Reach } from '../network/reachability-matrix';
import { markdownTable } from './markdown';
import { REACH_STATES } from './network-reach-states';

/** Rows of a table at most, so that the comment of a pull request keeps within what a forge accepts. */
const MOST_ROWS = 100;

/** How reachability differs, as the comment of a pull request; a segment stands for all of its endpoints. */
export function reachabilityDiffMarkdown(diff: ReachabilityDiff, language: 'en' | 'ko'): string {
  const text = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  const headings = [
    text('From', '출발'),
    text('To', '도착'),
    text('Pairs', '쌍'),
    text('Before', '이전'),
    text('After', '이후'),
    text('Reason', '이유'),
  ];
  const section = (title: string, changes: readonly ReachChange[]): string[] => {
    if (changes.length === 0) return [];
    const rows = changes
      .slice(0, MOST_ROWS)
      .map(({ from, to, pairs, before, after }) => [
        from,
        to,
        String(pairs),
        words(before, language),
        words(after, language),
        (after.reason ?? before.reason)?.[language] ?? '',
      ]);
    const rest = changes.length - MOST_ROWS;
    return [
      `### ${title}\n`,
      markdownTable(headings, rows),
      ...(rest > 0 ? [`${text(`And ${rest} more rows.`, `외 ${rest}행.`)}\n`] : []),
    ];
  };
  const [gained, lost, changed] = [diff.gained, diff.lost, diff.changed].map((changes) =>
    changes.reduce((sum, { pairs }) => sum + pairs, 0),
  );
  return [
    `## ${text('Reachability', '도달 가능성')}\n`,
    `${text(
      `Pairs of endpoints, each direction by itself. Gained: ${gained}. Lost: ${lost}. Changed: ${changed}.`,
      `엔드포인트 쌍을 방향마다 따로 셉니다. 새로 도달 ${gained}쌍, 도달 불가 ${lost}쌍, 변경 ${changed}쌍.`,
    )}\n`,
    ...section(text('Gained', '새로 도달'), diff.gained),
    ...section(text('Lost', '도달 불가'), diff.lost),
    ...section(text('Changed', '변경'), diff.changed),
  ].join('\n');
}

function words({ verdict, via }: Reach, language: 'en' | 'ko'): string {
  const word = REACH_STATES[verdict][language];
  if (via.length === 0) return word;
  return { en: `${word} via ${via.join(', ')}`, ko: `${word} (${via.join(', ')} 경유)` }[language];
}
