// The package comes without types; those beside it know an older version.
declare module 'subset-font' {
  type Axis = number | { min: number; max: number; default?: number }

  /** The font with the letters of `text` alone. `variationAxes` pins an axis or narrows it; `keepFeatures` are OpenType's tags. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'woff2'
      variationAxes: Readonly<Record<string, Axis>>
      keepFeatures: ReadonlyArray<string>
      noHinting: boolean
    },
  ): Promise<Buffer>
}
