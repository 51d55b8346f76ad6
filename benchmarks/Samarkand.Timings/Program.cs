using Samarkand.Timings;

switch (args)
{
    case ["page"]:
        await PageTimes.PrintAsync();
        return 0;
    case ["answers"]:
        await AnswerTimes.PrintAsync();
        return 0;
    case ["parts"]:
        PartTimes.Print();
        return 0;
    case ["deal"]:
        DealTimes.Print();
        return 0;
    default:
        Console.Error.WriteLine("page: from a slider to the numbers; answers: of the API, warm, one at a time and from 50 clients; parts: where a core's time of one goes; deal: blocks to simulated workers");
        return 2;
}
