/** Tests that start processes or servers and tests that open the whole shipped folder may wait longer than jest's five seconds, on a busy machine too. */
jest.setTimeout(120_000);
