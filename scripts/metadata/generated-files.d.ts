/**
 * The files that come from the contract, with the text each should have.
 * @param root the repository.
 */
export declare function generatedFiles(root: string): {
    path: string;
    text: string;
}[];
