/**
 * Addresses of the branches in the traces, counted in instructions. They lie close together, as the
 * branches of one function do, so that even a small table keeps them apart.
 */
export const PLACE = { first: 1, second: 2, third: 3 } as const;
