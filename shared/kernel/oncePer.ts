/** A function that makes its answer once for each object it is asked about, and keeps it as long as the object is used. */
export function oncePer<O extends object, T extends NonNullable<unknown>>(make: (of: O) => T): (of: O) => T {
  const made = new WeakMap<O, T>();
  return (of) => {
    let one = made.get(of);
    if (one === undefined) made.set(of, (one = make(of)));
    return one;
  };
}
