/** The version of the contract that is served under `/v2`. */
export const VERSION = '2.2.0';
