/** Tests that start processes or servers may wait longer than jest's five seconds. */
jest.setTimeout(30_000);
