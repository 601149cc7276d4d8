/** The text of task.json: https://github.com/microsoft/azure-pipelines-task-lib/blob/master/tasks.schema.json */
export declare function taskJson(): string;
