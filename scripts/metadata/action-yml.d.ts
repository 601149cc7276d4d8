/** The text of action.yml: https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax */
export declare function actionYml(): string;
