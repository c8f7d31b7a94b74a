declare const brand: unique symbol;

/** A string that one `parseX` has let through; nothing else makes one. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };
