/** A list of integers that grows: half the memory of an array, and no boxing. */
export type IntegerList = {
  push: (value: number) => void
  length: () => number
  /** What was pushed so far, as an array of its own. */
  toArray: () => Int32Array
}

export function integerList(): IntegerList {
  let items = new Int32Array(1024)
  let length = 0
  return {
    push(value) {
      if (length === items.length) {
        const larger = new Int32Array(length * 2)
        larger.set(items)
        items = larger
      }
      items[length] = value
      length += 1
    },
    length: () => length,
    toArray: () => items.slice(0, length),
  }
}

/** The item at an index that is known to be there. An index outside the list throws. */
export function at<T>(list: { readonly [index: number]: T; readonly length: number }, index: number): T {
  const item = list[index]
  if (item === undefined) throw outside(list.length, index)
  return item
}

/** `at` for each kind of array that the inner loops read: a function that sees one kind only is many times faster. */
export function integerAt(list: Int32Array, index: number): number {
  const item = list[index]
  if (item === undefined) throw outside(list.length, index)
  return item
}

export function numberAt(list: Float64Array, index: number): number {
  const item = list[index]
  if (item === undefined) throw outside(list.length, index)
  return item
}

export function flagAt(list: Uint8Array, index: number): number {
  const item = list[index]
  if (item === undefined) throw outside(list.length, index)
  return item
}

function outside(length: number, index: number): Error {
  return new Error(`Expected an index below ${length}, found ${index}`)
}

/** The place in ascending `offsets` of the last one that is not above `value`: which row of a packed table an item is in. */
export function rowOf(offsets: Int32Array, value: number): number {
  let low = 0
  let high = offsets.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (integerAt(offsets, middle) <= value) low = middle
    else high = middle - 1
  }
  return low
}
