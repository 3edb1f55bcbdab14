import { type ProblemList, quote } from './model-problem';

const regionOf = (zone: string): string => zone.slice(0, zone.indexOf('-'));

/** Reports zones that are listed twice, or are not all of one Region. */
export function checkZones(zones: readonly string[] | undefined, at: (string | number)[], list: ProblemList): void {
  const [first, ...others] = zones ?? [];
  if (first === undefined) return;
  list.checkUnique(
    zones ?? [],
    (zone) => zone,
    (index) => [...at, index],
    { en: 'zone', ko: '가용 영역' },
  );
  for (const [index, zone] of others.entries()) {
    if (regionOf(zone) === regionOf(first)) continue;
    list.error([...at, index + 1], {
      en: `${quote(zone)} is of another Region than ${quote(first)}; the network is in the home Region, so write zones of it`,
      ko: `${quote(zone)}은(는) ${quote(first)}와(과) 다른 리전입니다. 네트워크는 홈 리전에 있습니다: 홈 리전의 가용 영역을 적으세요`,
    });
  }
}
