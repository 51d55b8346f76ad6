using Samarkand.Cli;

// Elsewhere the console is UTF-8 or what the user chose, and setting it would write control codes to the terminal.
if (OperatingSystem.IsWindows())
    Console.OutputEncoding = System.Text.Encoding.UTF8;
return CommandLine.Run(args);
