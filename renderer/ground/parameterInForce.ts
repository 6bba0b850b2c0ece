import { useCall } from '../client.ts';

/** Reads the numbers that the school or the county has set, as in force on a day; `undefined` until they are known. */
export function useParameterInForce(
  enabled: boolean,
): ((id: string, on: string) => number | undefined) | undefined {
  const { data } = useCall('parameters.list', {}, { enabled });
  if (!data) return undefined;
  return (id, on) => {
    const value = data
      .find((parameter) => parameter.id === id)
      ?.versions.filter(({ validFrom }) => validFrom <= on)
      .at(-1)?.value;
    return typeof value === 'number' ? value : undefined;
  };
}
