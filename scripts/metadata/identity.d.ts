/** What the metadata of both platforms says of the step besides its inputs and outputs. */
export declare const identity: {
    readonly title: 'Entra Token';
    readonly description: 'Gets a Microsoft Entra ID access token: masked, and ready for the next curl or Invoke-RestMethod';
    readonly author: 'Entra Token contributors';
    /** Azure Pipelines knows the task by this id; it never changes. */
    readonly taskId: 'b3c0ffc4-6d3b-4b7c-9e53-5a4fd6a0e7d1';
    readonly version: {
        readonly major: 1;
        readonly minor: 0;
        readonly patch: 0;
    };
};
