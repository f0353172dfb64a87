/** The most that an image of a case may have, in the browser as on the server. */
export const MOST_IMAGE_BYTES = 2_000_000
