/** The README with its tables of inputs and outputs, which stand between markers, made anew. */
export declare function withTables(readme: string): string;
